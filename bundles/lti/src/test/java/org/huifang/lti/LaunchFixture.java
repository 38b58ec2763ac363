// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressPolicy;
import org.junit.jupiter.api.AfterEach;

/** A tool beside a platform: the login is begun for real, the token is then bent by the test. */
abstract class LaunchFixture {
    static final String INSTRUCTOR = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";
    static final String LEARNER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";
    static final ToolSite SITE = new ToolSite(URI.create("https://tool.example"),
            URI.create("https://tool.example/lti/launch"));

    final SettableClock clock = new SettableClock();
    final TestPlatform platform = new TestPlatform();
    final LoginTable logins = new LoginTable();
    final List<Registration> registered = new CopyOnWriteArrayList<>(List.of(platform.registration("r1", "client-1")));
    final Registrations registrations = new Registrations() {
        @Override
        public List<Registration> byIssuer(String issuer) {
            return registered.stream().filter(r -> r.issuer().equals(issuer)).toList();
        }

        @Override
        public Optional<Registration> byId(String id) {
            return registered.stream().filter(r -> r.id().equals(id)).findFirst();
        }
    };
    final OidcLogin login = new OidcLogin(registrations, logins, SITE, Duration.ofMinutes(10), clock);
    final Jwks jwks = new Jwks(new Egress(EgressPolicy.allowing(platform.origin())), JwksRules.STANDARD, clock);
    final LaunchVerifier verifier = verifier(jwks);

    final LaunchVerifier verifier(Jwks keys) {
        return new LaunchVerifier(registrations, logins, keys, SITE, LaunchRules.STANDARD, clock);
    }

    final LaunchVerifier serving(MessageType... more) {
        return new LaunchVerifier(registrations, logins, jwks, SITE, LaunchRules.STANDARD.serving(more), clock);
    }

    @AfterEach
    void stopPlatform() {
        platform.close();
    }

    static Map<String, String> loginParameters(String issuer, String clientId) {
        return new HashMap<>(Map.of("iss", issuer, "login_hint", "7", "target_link_uri", "https://tool.example/course",
                "client_id", clientId));
    }

    LoginResult.Redirect begin() {
        return begin(loginParameters(platform.origin(), "client-1"));
    }

    LoginResult.Redirect begin(Map<String, String> parameters) {
        LoginResult result = login.begin(parameters);
        assertThat(result).isInstanceOf(LoginResult.Redirect.class);
        return (LoginResult.Redirect) result;
    }

    /** The claims of a good launch by this login. */
    Map<String, Object> claims(LoginResult.Redirect begun, String... roles) {
        Map<String, Object> c = new HashMap<>();
        long now = clock.instant().getEpochSecond();
        c.putAll(Map.of("iss", platform.origin(), "aud", "client-1", "sub", "42", "iat", now, "exp", now + 60,
                "nonce", begun.request().parameters().get("nonce"), "name", "Li Wei", "email", "li.wei@school.example",
                "given_name", "Wei", "family_name", "Li"));
        c.put(Claims.VERSION, "1.3.0");
        c.put(Claims.MESSAGE_TYPE, "LtiResourceLinkRequest");
        c.put(Claims.DEPLOYMENT, "1");
        c.put(Claims.TARGET_LINK_URI, "https://tool.example/course");
        c.put(Claims.RESOURCE_LINK, Map.of("id", "rl-1", "title", "Huifang"));
        c.put(Claims.ROLES, roles.length == 0 ? List.of(INSTRUCTOR) : List.of(roles));
        c.put(Claims.LTI + "context",
                Map.of("id", "c-1", "label", "ALG", "title", "Algebra", "type", List.of("CourseSection")));
        return c;
    }

    String sign(Map<String, Object> claims) {
        return Token.of(TestPlatform.header("k-1"), claims, TestPlatform.KEYS.getFirst());
    }

    LaunchResult post(LoginResult.Redirect begun, String token) {
        return verifier.verify(Map.of("state", begun.state(), "id_token", token), begun.browserSecret());
    }

    LaunchResult post(LoginResult.Redirect begun, Map<String, Object> claims) {
        return post(begun, sign(claims));
    }

    static LtiLaunch verified(LaunchResult result) {
        assertThat(result).isInstanceOf(LaunchResult.Verified.class);
        return ((LaunchResult.Verified) result).launch();
    }

    static void refused(LaunchResult result, String code) {
        assertThat(result).isInstanceOfSatisfying(LaunchResult.Refused.class,
                r -> assertThat(r.reason().code()).as(r.detail()).isEqualTo(code));
    }
}
