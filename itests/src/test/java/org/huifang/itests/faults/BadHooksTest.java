// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.huifang.itests.Database;
import org.huifang.itests.Distribution;
import org.huifang.itests.SignedHook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hooks that do not do: the right status, a problem document that tells no internals, and nothing stored. */
class BadHooksTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Distribution huifang;
    private static String secret;

    @BeforeAll
    static void start() throws IOException {
        huifang = Distribution.start();
        var text = huifang.command("hook-source", "add", "--name", "bad").text();
        secret = text.substring(text.indexOf("whsec_")).split("\\s", 2)[0];
    }

    @AfterAll
    static void stop() throws IOException {
        huifang.close();
    }

    @AfterEach
    void nothing_is_stored() {
        assertThat(Database.count(huifang, "select count(*) from archive.timeline")).isZero();
        assertThat(Database.count(huifang, "select count(*) from archive.learner")).isZero();
        assertThat(Database.count(huifang, "select count(*) from archive.delivery")).isZero();
    }

    @Test
    void a_wrong_signature_and_an_unknown_source_look_alike() throws Exception {
        var now = Instant.now();
        var forged = SignedHook.of("whsec_" + "A".repeat(43) + "=", "f1", now, SignedHook.enrolled(1, now));
        var wrong = send(forged.to(huifang.at("/hooks/bad")), 401);
        var unknown = send(forged.to(huifang.at("/hooks/nobody")), 401);
        assertThat(unknown).isEqualTo(wrong);
    }

    @Test
    void a_changed_body_does_not_fit_its_signature() throws Exception {
        var now = Instant.now();
        var hook = SignedHook.of(secret, "c1", now, SignedHook.enrolled(1, now));
        send(new SignedHook("c1", now, SignedHook.enrolled(2, now), hook.signature()).to(huifang.at("/hooks/bad")),
                401);
    }

    @Test
    void a_hook_from_long_ago_or_from_the_future_is_refused() throws Exception {
        for (var sent : new Instant[]{Instant.now().minus(Duration.ofMinutes(6)),
                Instant.now().plus(Duration.ofMinutes(6))}) {
            send(SignedHook.of(secret, "t" + sent, sent, SignedHook.enrolled(1, sent)).to(huifang.at("/hooks/bad")),
                    400);
        }
    }

    @Test
    void missing_headers_are_named() throws Exception {
        var bare = HttpRequest.newBuilder(huifang.at("/hooks/bad")).header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")).build();
        assertThat(send(bare, 400)).contains("webhook-id");
    }

    @Test
    void malformed_json_names_the_place() throws Exception {
        send(signed("m1", "{\"type\":\"enrolment.created\","), 400, 422);
        assertThat(send(signed("m2", """
                {"type":"enrolment.created","timestamp":"2026-01-01T00:00:00Z","data":{"course":{"id":"c1"}}}"""), 422))
                .contains("/data/user");
        send(signed("m3", "[".repeat(5_000)), 400, 422);
        send(signed("m4", "null"), 400, 422);
    }

    @Test
    void an_unknown_type_lists_the_known_ones() throws Exception {
        assertThat(send(signed("u1", """
                {"type":"coffee.made","timestamp":"2026-01-01T00:00:00Z","data":{}}"""), 422))
                .contains("enrolment.created");
    }

    @Test
    void a_character_that_the_database_cannot_keep_is_refused() throws Exception {
        send(signed("n1", SignedHook.enrolled(1, Instant.now()).replace("Learner 1", "Lear\\u0000ner")), 422);
    }

    @Test
    void a_body_over_the_limit_is_refused_before_it_is_parsed() throws Exception {
        send(signed("big", "{\"type\":\"" + "x".repeat(2_000_000) + "\"}"), 413);
    }

    @Test
    void another_media_type_is_refused() throws Exception {
        var now = Instant.now();
        var hook = SignedHook.of(secret, "x1", now, "<hook/>");
        var request = HttpRequest.newBuilder(huifang.at("/hooks/bad")).header("content-type", "text/xml")
                .header("webhook-id", "x1").header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", hook.signature()).POST(HttpRequest.BodyPublishers.ofString(hook.body()));
        send(request.build(), 415);
    }

    private static HttpRequest signed(String id, String body) {
        return SignedHook.of(secret, id, Instant.now(), body).to(huifang.at("/hooks/bad"));
    }

    private static String send(HttpRequest request, int... expected) throws IOException, InterruptedException {
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isIn(java.util.Arrays.stream(expected).boxed().toList());
        assertThat(answer.headers().firstValue("content-type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).doesNotContain("Exception", "org.huifang", "at java.", "jdbc", secret);
        return answer.body();
    }
}
