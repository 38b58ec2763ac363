// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.huifang.itests.Chromium;
import org.huifang.itests.Distribution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Another program comes to know Huifang by its API, as the distribution serves it. */
class ApiWalkTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String FACTS = """
            {"facts": [{"kind": "Enrolled", "course": "de-a1", "person": "s-1", "name": "王芳",
            "email": "wang.fang@example.org", "at": "2026-01-10T08:00:00Z"}]}""";
    private static final String SCOPES = "archive.read,archive.write,revisit.read,revisit.write,evaluation.read,admin";
    private static Distribution huifang;

    @BeforeAll
    static void start() throws IOException {
        huifang = Distribution.start();
    }

    @AfterAll
    static void stop() throws IOException {
        huifang.close();
    }

    @Test
    void a_program_signs_for_a_token_reads_writes_once_and_is_sent_away_when_revoked() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pair = generator.generateKeyPair();
        var added = huifang.command("api-client", "add", "--name", "sis", "--scope", "archive.read,archive.write",
                "--jwks", jwks((RSAPublicKey) pair.getPublic())).text();
        var client = added.substring(added.lastIndexOf(' ') + 1).strip();
        var assertion = assertion(pair, client);
        var token = JSON.readTree(token(assertion).body()).get("access_token").asText();
        assertThat(token(assertion).statusCode()).as("the same again").isEqualTo(401);

        var key = UUID.randomUUID().toString();
        var first = post(token, "/facts", key, FACTS);
        var again = post(token, "/facts", key, FACTS);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        var learner = JSON.readTree(first.body()).at("/learners/s-1").asText();
        assertThat(JSON.readTree(get(token, "/learners/" + learner).body()).get("name").asText()).isEqualTo("王芳");

        var other = key("other", "--tenant", "other-school");
        assertThat(get(other, "/learners/" + learner).statusCode()).isEqualTo(404);
        var theirs = JSON.readTree(post(other, "/facts", key, FACTS).body()).at("/learners/s-1").asText();
        assertThat(theirs).isNotEqualTo(learner);
        var ticket = "{\"learner\": \"" + theirs + "\", \"area\": \"SERVICE\", \"title\": \"Cannot open lesson 4\"}";
        assertThat(post(other, "/tickets", UUID.randomUUID().toString(), ticket).statusCode())
                .as("a school in which nobody could answer").isEqualTo(409);
        assertThat(get(token, "/platforms").statusCode()).isEqualTo(403);
        huifang.command("api-client", "revoke", "--name", "sis");
        assertThat(get(token, "/learners/" + learner).statusCode()).isEqualTo(401);
    }

    @Test
    void every_route_is_described_and_nothing_that_is_sent_breaks_any() throws Exception {
        var admin = Doors.account(huifang, "ops", "admin");
        var served = new TreeSet<String>();
        for (var route : JSON.readTree(Doors.get(huifang, "/api/v1/", "ops", admin).body()).get("routes")) {
            if (!route.get("path").asText().equals("/")) {
                served.add(route.get("method").asText().toLowerCase(Locale.ROOT) + " "
                        + route.get("path").asText());
            }
        }
        var document = JSON.readTree(get("", "/openapi.json").body());
        var described = new TreeSet<String>();
        document.get("paths").properties().forEach(path -> path.getValue().fieldNames()
                .forEachRemaining(verb -> described.add(verb + " " + path.getKey())));
        assertThat(described).isEqualTo(served);

        var fuzz = new ApiFuzz(document, huifang.at("/api/v1"), key("fuzz"), 20_261_122);
        var report = fuzz.run(28, Duration.ofSeconds(30));
        assertThat(report.broken()).as(() -> String.join("\n", huifang.errors().toList())).isEmpty();
        assertThat(report.statuses()).containsKeys(200, 201, 400, 404, 422);
    }

    @Test
    void the_page_tries_a_call_with_a_key_that_it_keeps_nowhere() throws Exception {
        try (var chromium = new Chromium()) {
            var page = chromium.browser().newContext().newPage();
            var wrong = new ArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    wrong.add(message.text());
                }
            });
            page.navigate(huifang.at("/api/docs/").toString());
            page.getByLabel("Key or access token").fill(key("page"));
            var call = page.locator("details").filter(new Locator.FilterOptions().setHasText("GET /learners Lists"));
            call.locator("summary").click();
            call.getByText("Send").click();
            PlaywrightAssertions.assertThat(call.locator("pre[role=status]")).containsText("200");
            PlaywrightAssertions.assertThat(call).containsText("curl -sS");
            assertThat(page.evaluate("() => localStorage.length + sessionStorage.length + document.cookie.length"))
                    .isEqualTo(0);
            assertThat(wrong).isEmpty();
        }
    }

    private static String key(String name, String... more) throws IOException {
        var words = new ArrayList<>(List.of("api-client", "add", "--name", name, "--scope", SCOPES));
        words.addAll(List.of(more));
        var text = huifang.command(words.toArray(String[]::new)).text();
        return text.substring(text.lastIndexOf(' ') + 1).strip();
    }

    private static HttpResponse<String> get(String token, String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(huifang.at("/api/v1" + path))
                .header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String token, String path, String key, String body)
            throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(huifang.at("/api/v1" + path)).header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> token(String assertion) throws IOException, InterruptedException {
        var form = "grant_type=client_credentials&scope=archive.read+archive.write&client_assertion_type="
                + URLEncoder.encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", StandardCharsets.UTF_8)
                + "&client_assertion=" + assertion;
        return HTTP.send(HttpRequest.newBuilder(huifang.at("/oauth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form))
                .build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String assertion(KeyPair pair, String client) throws GeneralSecurityException, IOException {
        JsonNode claims = JSON.valueToTree(Map.of("iss", client, "sub", client, "aud",
                huifang.at("/oauth/token").toString(), "jti", UUID.randomUUID().toString(), "exp",
                Instant.now().getEpochSecond() + 120));
        var signed = encoded("{\"alg\":\"RS256\",\"kid\":\"one\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(JSON.writeValueAsBytes(claims));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + encoded(signature.sign());
    }

    private static String jwks(RSAPublicKey key) {
        return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"one\",\"e\":\"AQAB\",\"n\":\""
                + encoded(key.getModulus().toByteArray()) + "\"}]}";
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
