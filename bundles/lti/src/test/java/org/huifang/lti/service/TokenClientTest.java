// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.huifang.lti.Registration;
import org.huifang.lti.SettableClock;
import org.huifang.lti.TestPlatform;
import org.huifang.lti.ToolKey;
import org.huifang.lti.ToolKeys;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TokenClientTest {
    private static final ToolKeys KEYS = ToolKeys.of(ToolKey.generate());
    private static final ToolKeys NEXT = ToolKeys.of(ToolKey.generate(), KEYS.signing());
    private static final Set<String> SCOPES = Set.of("scope/b", "scope/a");

    private final TestPlatform platform = new TestPlatform();
    private final Registration registration = platform.registration("r1", "client-1");
    private final SettableClock clock = new SettableClock();
    private final AtomicReference<ToolKeys> keys = new AtomicReference<>(KEYS);
    private final TokenClient tokens = new TokenClient(new Egress(EgressPolicy.allowing(platform.origin())), keys::get,
            clock);
    private final List<Map<String, String>> forms = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String type = "application/json";
    private volatile String body = "{\"access_token\":\"t-%d\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"scope\":\"scope/a scope/b\"}";

    TokenClientTest() {
        platform.serve("/token", exchange -> {
            Map<String, String> form = new HashMap<>();
            for (String pair : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII)
                    .split("&")) {
                form.put(pair.split("=", 2)[0], URLDecoder.decode(pair.split("=", 2)[1], StandardCharsets.UTF_8));
            }
            forms.add(form);
            TestPlatform.answer(exchange, status, type, body.formatted(forms.size()));
        });
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private AccessToken granted() {
        TokenResult result = tokens.token(registration, SCOPES);
        assertThat(result).isInstanceOf(TokenResult.Granted.class);
        return ((TokenResult.Granted) result).token();
    }

    private ServiceFailure failed() {
        TokenResult result = tokens.token(registration, SCOPES);
        assertThat(result).isInstanceOf(TokenResult.Failed.class);
        return ((TokenResult.Failed) result).failure();
    }

    @Tag("SEC-07")
    @Tag("NRPS-03")
    @Tag("AGS-02")
    @Test
    void the_request_is_client_credentials_with_an_assertion_signed_by_the_tool() throws Exception {
        assertThat(granted().value()).isEqualTo("t-1");
        Map<String, String> form = forms.getFirst();
        assertThat(form).containsEntry("grant_type", "client_credentials").containsEntry("scope", "scope/a scope/b")
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        SignedJWT assertion = SignedJWT.parse(form.get("client_assertion"));
        assertThat(assertion.verify(new RSASSAVerifier(JWKSet.parse(KEYS.publicJwks())
                .getKeyByKeyId(assertion.getHeader().getKeyID()).toRSAKey()))).isTrue();
        JWTClaimsSet claims = assertion.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("client-1");
        assertThat(claims.getSubject()).isEqualTo("client-1");
        assertThat(claims.getAudience()).containsExactly(platform.origin() + "/token");
        assertThat(claims.getIssueTime().toInstant()).isEqualTo(clock.instant());
        assertThat(Duration.between(clock.instant(), claims.getExpirationTime().toInstant()))
                .isPositive().isLessThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Tag("SEC-07")
    @Test
    void a_configured_audience_is_used_and_each_assertion_has_an_id_of_its_own() throws Exception {
        Registration r = new Registration("r9", registration.issuer(), "client-1", Set.of("1"),
                registration.authorizationEndpoint(), registration.tokenEndpoint(), "https://auth.example/aud",
                registration.jwksUri(), false, true);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            tokens.drop(((TokenResult.Granted) tokens.token(r, SCOPES)).token());
            JWTClaimsSet claims = SignedJWT.parse(forms.getLast().get("client_assertion")).getJWTClaimsSet();
            assertThat(claims.getAudience()).containsExactly("https://auth.example/aud");
            assertThat(ids.add(claims.getJWTID())).isTrue();
        }
    }

    @Tag("SEC-08")
    @Test
    void a_token_serves_until_a_minute_before_it_expires() {
        granted();
        clock.forward(Duration.ofSeconds(3539));
        assertThat(granted().value()).isEqualTo("t-1");
        clock.forward(Duration.ofSeconds(1));
        assertThat(granted().value()).isEqualTo("t-2");
    }

    @Tag("SEC-08")
    @Test
    void tokens_are_kept_apart_by_registration_and_set_of_scopes() {
        body = body.replace(",\"scope\":\"scope/a scope/b\"", "");
        granted();
        tokens.token(registration, Set.of("scope/a"));
        tokens.token(platform.registration("r2", "client-1"), SCOPES);
        tokens.token(registration, Set.of("scope/b", "scope/a"));
        assertThat(forms).hasSize(3);
    }

    @Tag("SEC-08")
    @Test
    void many_threads_that_need_the_same_token_ask_once() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            List<Future<AccessToken>> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                all.add(threads.submit(this::granted));
            }
            for (Future<AccessToken> one : all) {
                assertThat(one.get().value()).isEqualTo("t-1");
            }
        }
        assertThat(forms).hasSize(1);
    }

    @Test
    void a_dropped_token_is_asked_for_again_and_a_newer_one_is_not_dropped_by_mistake() {
        AccessToken first = granted();
        tokens.drop(first);
        AccessToken second = granted();
        tokens.drop(first);
        assertThat(granted()).isEqualTo(second);
        assertThat(forms).hasSize(2);
    }

    @Tag("A20")
    @Test
    void a_rotated_key_signs_the_next_assertion() throws Exception {
        tokens.drop(granted());
        keys.set(NEXT);
        granted();
        assertThat(SignedJWT.parse(forms.getLast().get("client_assertion")).getHeader().getKeyID())
                .isEqualTo(NEXT.signing().kid()).isNotEqualTo(KEYS.signing().kid());
    }

    @Test
    void json_labelled_as_html_is_read_as_moodle_sends_it() {
        type = "text/html; charset=utf-8";
        assertThat(granted().value()).isEqualTo("t-1");
        body = "{\"access_token\":\"t\",\"expires_in\":\"3600\"}";
        tokens.drop(granted());
        assertThat(granted().expiresAt()).isEqualTo(clock.instant().plusSeconds(3600));
    }

    @Test
    void a_scope_that_was_dropped_silently_is_a_failure_and_is_not_cached() {
        body = "{\"access_token\":\"t\",\"expires_in\":3600,\"scope\":\"scope/a\"}";
        assertThat(failed().kind()).isEqualTo(ServiceFailure.Kind.SCOPE_MISSING);
        failed();
        assertThat(forms).hasSize(2);
    }

    @Tag("A16")
    @Test
    void errors_say_what_helps() {
        status = 400;
        body = "{\"error\":\"invalid_client\",\"error_description\":\"<b>Li Wei</b>\"}";
        assertThat(failed()).satisfies(f -> {
            assertThat(f.kind()).isEqualTo(ServiceFailure.Kind.TOKEN_DENIED);
            assertThat(f.detail()).contains("400", "invalid_client").doesNotContain("Li Wei");
        });
        body = "{\"error\":\"invalid_scope\"}";
        assertThat(failed().kind()).isEqualTo(ServiceFailure.Kind.SCOPE_MISSING);
        status = 401;
        assertThat(failed().temporary()).isFalse();
        status = 404;
        type = "text/html";
        body = "<html>not found</html>";
        assertThat(failed()).satisfies(f -> {
            assertThat(f.kind()).isEqualTo(ServiceFailure.Kind.TOKEN_DENIED);
            assertThat(f.detail()).contains("cannot read this tool's key set");
        });
        status = 503;
        assertThat(failed().kind()).isEqualTo(ServiceFailure.Kind.PLATFORM_ERROR);
    }

    @Test
    void what_is_no_bearer_token_is_refused() {
        for (String bad : List.of("", "<html>", "[]", "{}", "{\"access_token\":5}", "{\"access_token\":\"\"}",
                "{\"access_token\":\"a\\r\\nX: y\"}", "{\"access_token\":\"a\",\"token_type\":\"mac\"}")) {
            body = bad;
            assertThat(failed().kind()).as(bad).isEqualTo(ServiceFailure.Kind.UNEXPECTED_ANSWER);
        }
    }

    @Test
    void a_lifetime_that_is_missing_or_absurd_is_taken_short() {
        body = "{\"access_token\":\"t\"}";
        assertThat(granted().expiresAt()).isEqualTo(clock.instant().plusSeconds(300));
        for (String life : List.of("-5", "0", "1e300", "99999999999")) {
            tokens.drop(granted());
            body = "{\"access_token\":\"t\",\"expires_in\":" + life + "}";
            assertThat(granted().expiresAt()).isBetween(clock.instant(), clock.instant().plusSeconds(86_400));
        }
    }

    @Test
    void a_refused_address_an_outage_and_a_missing_endpoint_are_told_apart() {
        TokenClient strict = new TokenClient(new Egress(EgressPolicy.strict()), keys::get, clock);
        assertThat(strict.token(registration, SCOPES)).isInstanceOfSatisfying(TokenResult.Failed.class,
                f -> assertThat(f.failure().kind()).isEqualTo(ServiceFailure.Kind.ADDRESS_REFUSED));
        Registration none = new Registration("r3", "i", "c", Set.of(), registration.authorizationEndpoint(), null, null,
                registration.jwksUri(), false, true);
        assertThat(tokens.token(none, SCOPES)).isInstanceOfSatisfying(TokenResult.Failed.class,
                f -> assertThat(f.failure().kind()).isEqualTo(ServiceFailure.Kind.NOT_CONFIGURED));
        platform.close();
        assertThat(failed().kind()).isEqualTo(ServiceFailure.Kind.UNREACHABLE);
        assertThat(failed().temporary()).isTrue();
    }
}
