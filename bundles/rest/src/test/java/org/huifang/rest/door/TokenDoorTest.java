// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.huifang.api.TenantId;
import org.huifang.api.access.Scope;
import org.huifang.identity.RealClients;
import org.huifang.persistence.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class TokenDoorTest {
    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");

    private static String assertion(String client) {
        var claims = "{\"iss\":\"" + client + "\",\"sub\":\"" + client
                + "\",\"aud\":\"https://huifang.example/oauth/token\""
                + ",\"jti\":\"" + UUID.randomUUID() + "\",\"exp\":" + (NOW.getEpochSecond() + 120) + "}";
        return encoded("{\"alg\":\"RS256\",\"kid\":\"one\"}") + "." + encoded(claims) + "." + encoded("signature");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_client_whose_keys_cannot_be_read_is_told_so_in_a_sentence() throws Exception {
        try (var database = TestDatabase.start()) {
            var clients = new RealClients(database, () -> NOW, "https://huifang.example").clients;
            var added = clients.add(TenantId.DEFAULT, "sis", Set.of(Scope.ARCHIVE_READ),
                    URI.create("https://127.0.0.1/jwks"), false);
            var servlet = new TokenServlet();
            servlet.bindClients(clients);
            var server = new Server(0);
            var handler = new ServletContextHandler("/");
            handler.addServlet(new ServletHolder(servlet), "/oauth/token");
            server.setHandler(handler);
            server.start();
            try {
                var at = URI.create("http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort()
                        + "/oauth/token");
                var answer = ask(at, assertion(added.client().clientId()));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
                var told = new ObjectMapper().readTree(answer.body());
                assertThat(told.get("error").asText()).isEqualTo("invalid_client");
                assertThat(told.get("error_description").asText()).contains("cannot be read at their address");
                assertThat(ask(at, assertion("default." + UUID.randomUUID())).body()).contains("invalid_client")
                        .doesNotContain("error_description");
            } finally {
                server.stop();
            }
        }
    }

    private static HttpResponse<String> ask(URI at, String assertion) throws Exception {
        var form = "grant_type=client_credentials&client_assertion_type="
                + URLEncoder.encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", StandardCharsets.UTF_8)
                + "&client_assertion=" + assertion;
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(at)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
