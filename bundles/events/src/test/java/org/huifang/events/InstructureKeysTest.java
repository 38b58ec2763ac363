// SPDX-License-Identifier: Apache-2.0
package org.huifang.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.huifang.lti.egress.EgressPolicy;
import org.junit.jupiter.api.Test;

class InstructureKeysTest {
    private Instant now = Instant.parse("2026-03-02T02:00:00Z");
    private List<RSAKey> published = List.of();

    private static RSAKey key(String kid) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(kid).generate();
    }

    private static String token(RSAKey key, String payload) throws JOSEException {
        var token = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new Payload(payload));
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    @Test
    void what_is_signed_with_a_published_key_is_read_and_the_monthly_change_of_keys_is_followed() throws Exception {
        RSAKey march = key("march");
        RSAKey april = key("april");
        published = List.of(march);
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = new JWKSet(List.copyOf(published)).toString(true).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String jwks = "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
            var events = new InstructureKeys(URI.create(jwks), EgressPolicy.allowing(jwks), () -> now);
            String event = "{\"metadata\":{\"event_name\":\"grade_change\"}}";
            assertThat(events.canvas(token(march, event))).contains(event);
            assertThat(events.canvas(token(april, event))).isEmpty();
            assertThat(events.canvas(token(key("march"), event))).isEmpty();
            assertThat(events.canvas(token(march, event).replaceFirst("\\.[^.]*\\.", "."
                    + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString("{}".getBytes(
                            StandardCharsets.UTF_8))
                    + "."))).isEmpty();
            assertThat(events.canvas("nonsense")).isEmpty();
            published = List.of(march, april);
            now = now.plus(Duration.ofMinutes(1));
            assertThat(events.canvas(token(april, event))).contains(event);
        } finally {
            server.stop(0);
        }
    }
}
