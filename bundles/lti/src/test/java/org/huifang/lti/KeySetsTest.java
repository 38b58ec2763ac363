// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.huifang.lti.KeySets.Found;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressPolicy;
import org.junit.jupiter.api.Test;

class KeySetsTest {
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @Test
    void of_many_addresses_only_those_asked_for_last_are_remembered() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            byte[] body = exchange.getRequestURI().getPath().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            var egress = new Egress(EgressPolicy.allowing(base));
            var sets = new KeySets<>(uri -> egress, JwksRules.STANDARD, () -> Instant.parse("2026-03-02T02:00:00Z"),
                    text -> Map.of("kid", text), 2);
            for (var path : List.of("/a", "/b", "/a", "/c", "/a", "/b")) {
                assertThat(sets.find(URI.create(base + path), "kid")).isEqualTo(new Found.Known<>(path));
            }
            assertThat(asked).containsExactly("/a", "/b", "/c", "/b");
            assertThat(sets.find(URI.create(base + "/b"), "other")).isEqualTo(new Found.Unknown<>());
            assertThat(sets.find(URI.create("https://127.0.0.1/d"), "kid")).isEqualTo(new Found.Unavailable<>());
        } finally {
            server.stop(0);
        }
    }
}
