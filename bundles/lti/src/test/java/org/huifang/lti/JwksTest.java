// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attack A7: rotation, revocation, floods of unknown keys, and platforms that are down. */
class JwksTest extends LaunchFixture {
    private static final RSAKey OLD = TestPlatform.KEYS.getFirst();
    private static final RSAKey NEW = TestPlatform.KEYS.get(1);

    private LaunchResult launch(String kid, RSAKey key) {
        LoginResult.Redirect begun = begin();
        return post(begun, Token.of(TestPlatform.header(kid), claims(begun), key));
    }

    @Tag("A7")
    @Test
    void one_read_serves_many_launches() {
        for (int i = 0; i < 50; i++) {
            verified(launch("k-1", OLD));
        }
        assertThat(platform.jwksReads).hasValue(1);
    }

    @Tag("A7")
    @Test
    void a_new_key_is_picked_up_at_once() {
        verified(launch("k-1", OLD));
        platform.jwks = TestPlatform.set(OLD, NEW);
        clock.forward(Duration.ofSeconds(11));
        verified(launch("k-2", NEW));
        verified(launch("k-1", OLD));
        assertThat(platform.jwksReads).hasValue(2);
    }

    @Tag("A7")
    @Test
    void a_flood_of_unknown_keys_makes_one_read_a_window_and_known_keys_keep_serving() throws Exception {
        verified(launch("k-1", OLD));
        clock.forward(Duration.ofSeconds(11));
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<LaunchResult>> flood = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                String kid = "bad-" + i;
                flood.add(threads.submit(() -> launch(kid, NEW)));
            }
            for (Future<LaunchResult> one : flood) {
                refused(one.get(), "kid_unknown");
            }
        }
        assertThat(platform.jwksReads).hasValue(2);
        verified(launch("k-1", OLD));
    }

    @Tag("A7")
    @Test
    void a_rotation_during_a_flood_is_picked_up_within_one_window() {
        verified(launch("k-1", OLD));
        platform.jwks = TestPlatform.set(NEW);
        for (int second = 0; second < 10; second++) {
            refused(launch("bad-" + second, NEW), "kid_unknown");
            clock.forward(Duration.ofSeconds(1));
        }
        verified(launch("k-2", NEW));
        refused(launch("k-1", OLD), "kid_unknown");
    }

    @Tag("A7")
    @Test
    void a_withdrawn_key_stops_working_when_the_set_is_no_longer_fresh() {
        platform.jwks = TestPlatform.set(OLD, NEW);
        verified(launch("k-1", OLD));
        platform.jwks = TestPlatform.set(NEW);
        verified(launch("k-1", OLD));
        clock.forward(Duration.ofMinutes(15));
        refused(launch("k-1", OLD), "kid_unknown");
    }

    @Tag("A7")
    @Test
    void a_withdrawn_key_stops_at_once_when_an_administrator_says_so() {
        verified(launch("k-1", OLD));
        platform.jwks = TestPlatform.set(NEW);
        jwks.forget(platform.uri("/jwks"));
        refused(launch("k-1", OLD), "kid_unknown");
    }

    @Tag("A7")
    @Test
    void known_keys_serve_while_the_platform_is_down_until_the_outage_is_over_its_bound() {
        verified(launch("k-1", OLD));
        platform.jwksStatus = 503;
        clock.forward(Duration.ofHours(23));
        verified(launch("k-1", OLD));
        clock.forward(Duration.ofHours(1));
        refused(launch("k-1", OLD), "keys_unavailable");
        platform.jwksStatus = 200;
        clock.forward(Duration.ofSeconds(11));
        verified(launch("k-1", OLD));
    }

    @Tag("A7")
    @Test
    void garbage_empty_sets_and_unsound_keys_do_not_replace_known_keys() {
        verified(launch("k-1", OLD));
        for (String garbage : List.of("", "<html>", "[]", "{}", "{\"keys\":[]}", "{\"keys\":\"x\"}",
                "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k-1\",\"n\":\"AQAB\",\"e\":\"AQAB\"}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"k-1\",\"k\":\"AQAB\"}]}", "{\"keys\":[" + "[".repeat(9_000))) {
            platform.jwks = garbage;
            clock.forward(Duration.ofMinutes(16));
            verified(launch("k-1", OLD));
        }
    }

    @Tag("A7")
    @Test
    void keys_for_encryption_or_other_algorithms_never_verify() {
        for (Map<String, Object> twist : List.<Map<String, Object>>of(Map.of("use", "enc"), Map.of("alg", "PS256"))) {
            Map<String, Object> jwk = OLD.toPublicJWK().toJSONObject();
            jwk.putAll(twist);
            platform.jwks = com.nimbusds.jose.util.JSONObjectUtils.toJSONString(Map.of("keys", List.of(jwk)));
            jwks.forget(platform.uri("/jwks"));
            refused(launch("k-1", OLD), "keys_unavailable");
        }
    }

    @Tag("A7")
    @Test
    void a_short_key_and_one_with_an_exponent_of_one_never_verify() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        KeyPair pair = generator.generateKeyPair();
        RSAKey weak = new RSAKey.Builder((RSAPublicKey) pair.getPublic()).privateKey(pair.getPrivate()).keyID("k-1")
                .build();
        platform.jwks = TestPlatform.set(weak);
        refused(launch("k-1", weak), "keys_unavailable");
        Map<String, Object> one = OLD.toPublicJWK().toJSONObject();
        one.put("e", "AQ");
        platform.jwks = com.nimbusds.jose.util.JSONObjectUtils.toJSONString(Map.of("keys", List.of(one)));
        clock.forward(Duration.ofSeconds(11));
        refused(launch("k-1", OLD), "keys_unavailable");
    }

    @Tag("A7")
    @Test
    void a_key_set_over_the_cap_or_behind_a_redirect_is_not_read() {
        platform.jwks = TestPlatform.set(OLD) + " ".repeat(300_000);
        refused(launch("k-1", OLD), "keys_unavailable");
        platform.serve("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", platform.origin() + "/jwks");
            exchange.sendResponseHeaders(302, -1);
        });
        Registration r = registered.getFirst();
        registered.set(0, new Registration(r.id(), r.issuer(), r.clientId(), r.deploymentIds(),
                r.authorizationEndpoint(), r.tokenEndpoint(), null, platform.uri("/moved"), false, true));
        int before = platform.jwksReads.get();
        refused(launch("k-1", OLD), "keys_unavailable");
        assertThat(platform.jwksReads).hasValue(before);
    }
}
