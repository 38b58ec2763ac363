// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressPolicy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attacks A7b, A8 and A9: issuers, clients and deployments that are not the ones of the login. */
class IssuerAndAudienceTest extends LaunchFixture {
    private LaunchResult launch(Object audience, String azp) {
        LoginResult.Redirect begun = begin();
        Map<String, Object> claims = claims(begun);
        claims.put("aud", audience);
        if (azp != null) {
            claims.put("azp", azp);
        }
        return post(begun, claims);
    }

    @Tag("A7b")
    @Test
    void a_wrong_or_missing_issuer_is_refused() {
        for (String issuer : Arrays.asList("https://other.example", platform.origin() + "/", null)) {
            LoginResult.Redirect begun = begin();
            Map<String, Object> claims = claims(begun);
            claims.put("iss", issuer);
            refused(post(begun, claims), "issuer");
        }
    }

    @Tag("A8")
    @Test
    void the_audience_may_be_a_text_or_an_array() {
        verified(launch("client-1", null));
        verified(launch(List.of("client-1"), null));
        verified(launch(List.of("client-1"), "client-1"));
        verified(launch("client-1", "client-1"));
        verified(launch(List.of("other", "client-1"), "client-1"));
    }

    @Tag("A8")
    @Test
    void an_audience_without_this_client_is_refused() {
        refused(launch("client-2", null), "audience");
        refused(launch(List.of("client-2", "client-3"), "client-1"), "audience");
        refused(launch(List.of(), null), "audience");
        refused(launch("client-1,client-2", null), "audience");
        refused(launch("CLIENT-1", null), "audience");
        refused(launch(5, null), "audience");
    }

    @Tag("A8")
    @Test
    void azp_must_be_this_client_and_be_there_when_there_are_several_audiences() {
        refused(launch("client-1", "client-2"), "azp");
        refused(launch("client-1", ""), "azp");
        refused(launch(List.of("client-1", "other"), null), "azp");
        refused(launch(List.of("client-1", "other"), "other"), "azp");
    }

    @Tag("A8")
    @Test
    void two_platforms_with_the_same_key_id_client_and_deployment_are_never_mixed_up() {
        try (TestPlatform other = new TestPlatform()) {
            other.jwks = TestPlatform.set(sameId());
            registered.add(other.registration("r2", "client-1"));
            Jwks both = new Jwks(new Egress(EgressPolicy.allowing(platform.origin(), other.origin())),
                    JwksRules.STANDARD, clock);
            LaunchVerifier verifierOfBoth = verifier(both);

            LoginResult.Redirect first = begin();
            LoginResult.Redirect second = begin(loginParameters(other.origin(), "client-1"));
            Map<String, Object> othersClaims = claims(second);
            othersClaims.put("iss", other.origin());
            String othersToken = Token.of(TestPlatform.header("k-1"), othersClaims, sameId());

            assertThat(second.request().location().toString()).startsWith(other.origin() + "/auth?");
            refused(verifierOfBoth.verify(Map.of("state", first.state(), "id_token", othersToken),
                    first.browserSecret()), "signature");
            Map<String, Object> posing = claims(first);
            posing.put("iss", platform.origin());
            refused(verifierOfBoth.verify(Map.of("state", first.state(), "id_token",
                    Token.of(TestPlatform.header("k-1"), posing, sameId())), first.browserSecret()), "signature");
            othersClaims.put("iss", platform.origin());
            refused(verifierOfBoth.verify(Map.of("state", second.state(), "id_token",
                    Token.of(TestPlatform.header("k-1"), othersClaims, sameId())), second.browserSecret()), "issuer");
            LtiLaunch launch = verified(verifierOfBoth.verify(Map.of("state", second.state(), "id_token", othersToken),
                    second.browserSecret()));
            assertThat(launch.registrationId()).isEqualTo("r2");
            assertThat(launch.issuer()).isEqualTo(other.origin());
        }
    }

    private static com.nimbusds.jose.jwk.RSAKey sameId() {
        return new com.nimbusds.jose.jwk.RSAKey.Builder(TestPlatform.KEYS.get(2)).keyID("k-1").build();
    }

    @Tag("A9")
    @Test
    void the_deployment_of_the_token_must_be_the_one_of_the_login() {
        Map<String, String> parameters = loginParameters(platform.origin(), "client-1");
        parameters.put("lti_deployment_id", "2");
        LoginResult.Redirect begun = begin(parameters);
        refused(post(begun, claims(begun)), "deployment");
    }

    @Tag("A13")
    @Test
    void a_registration_that_was_switched_off_or_removed_during_the_login_is_refused() {
        LoginResult.Redirect begun = begin();
        Registration r = registered.getFirst();
        registered.set(0, new Registration(r.id(), r.issuer(), r.clientId(), r.deploymentIds(),
                r.authorizationEndpoint(), r.tokenEndpoint(), null, r.jwksUri(), false, false));
        refused(post(begun, claims(begun)), "registration_disabled");
        registered.clear();
        refused(post(begun, claims(begun)), "registration_unknown");
    }

    @Tag("DR-05")
    @Tag("A9")
    @Test
    void a_registration_without_deployments_takes_its_first_one_only_from_a_genuine_launch_and_only_where_allowed() {
        Registration r = registered.getFirst();
        registered.set(0, new Registration(r.id(), r.issuer(), r.clientId(), Set.of(), r.authorizationEndpoint(),
                r.tokenEndpoint(), null, r.jwksUri(), false, true));
        Map<String, String> parameters = loginParameters(platform.origin(), "client-1");
        parameters.put("lti_deployment_id", "1");
        LoginResult.Redirect begun = begin(parameters);
        refused(post(begun, claims(begun)), "deployment");
        List<String> taken = new ArrayList<>();
        LaunchVerifier taking = new LaunchVerifier(new Registrations() {
            @Override
            public List<Registration> byIssuer(String issuer) {
                return registrations.byIssuer(issuer);
            }

            @Override
            public Optional<Registration> byId(String id) {
                return registrations.byId(id);
            }

            @Override
            public boolean firstDeployment(Registration registration, String deploymentId) {
                return taken.add(registration.id() + " " + deploymentId);
            }
        }, logins, jwks, SITE, LaunchRules.STANDARD, clock);
        Map<String, Object> bad = claims(begun);
        bad.remove("sub");
        refused(taking.verify(Map.of("state", begun.state(), "id_token", sign(bad)), begun.browserSecret()), "sub");
        assertThat(taken).isEmpty();
        verified(taking.verify(Map.of("state", begun.state(), "id_token", sign(claims(begun))),
                begun.browserSecret()));
        assertThat(taken).containsExactly("r1 1");
    }
}
