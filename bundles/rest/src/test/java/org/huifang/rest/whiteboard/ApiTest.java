// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huifang.api.access.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApiTest {
    private static ApiServer api;
    private static String wang = "";

    @BeforeAll
    static void open() throws Exception {
        api = new ApiServer();
        wang = enrolled("s-1", "王芳");
        for (int i = 2; i <= 7; i++) {
            enrolled("s-" + i, "学生" + i);
        }
    }

    @AfterAll
    static void close() {
        api.close();
    }

    private static String body(String person, String name) {
        return "{\"facts\": [{\"kind\": \"Enrolled\", \"course\": \"de-a1\", \"person\": \"" + person
                + "\", \"name\": \"" + name + "\", \"at\": \"2026-08-30T08:00:00Z\"}]}";
    }

    private static String enrolled(String person, String name) throws Exception {
        var answer = api.post("/facts", body(person, name));
        assertThat(answer.statusCode()).isEqualTo(201);
        return ApiServer.json(answer).at("/learners/" + person).asText();
    }

    @Test
    void what_was_told_is_on_file_with_its_source() throws Exception {
        var file = ApiServer.json(api.get("/learners/" + wang));
        assertThat(file.get("name").asText()).isEqualTo("王芳");
        assertThat(file.at("/values/0/source").asText()).isEqualTo("hook:api-crm");
        assertThat(ApiServer.json(api.get("/learners/" + wang + "/timeline")).findValuesAsText("kind"))
                .contains("Enrolled");
        assertThat(ApiServer.json(api.get("/courses")).at("/items/0/learners").asInt()).isEqualTo(7);
        assertThat(api.get("/learners/" + wang + "/consents").statusCode()).isEqualTo(200);
        assertThat(api.get("/learners/" + wang + "/consents/ledger").statusCode()).isEqualTo(200);
    }

    @Test
    void another_school_finds_nothing_by_the_same_address() throws Exception {
        for (var path : List.of("/learners/" + wang, "/learners/" + wang + "/timeline",
                "/learners/" + wang + "/tags", "/learners/" + wang + "/values/name")) {
            assertThat(api.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(api.send(other(path)).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(ApiServer.json(api.send(other("/learners"))).get("items")).isEmpty();
        assertThat(api.send(other("/learners/" + wang + "/tags/vip").PUT(BodyPublishers.noBody())).statusCode())
                .isEqualTo(404);
    }

    private static HttpRequest.Builder other(String path) {
        return HttpRequest.newBuilder(api.at(path)).header("Authorization", "Bearer " + api.otherKey);
    }

    @Test
    void a_key_opens_what_its_scopes_say_and_nothing_opens_without_one() throws Exception {
        var reader = api.key(ApiServer.HERE, "reader", Set.of(Scope.ARCHIVE_READ));
        assertThat(api.send(HttpRequest.newBuilder(api.at("/learners")).header("Authorization", "Bearer " + reader))
                .statusCode()).isEqualTo(200);
        var refused = api.send(HttpRequest.newBuilder(api.at("/clients")).header("Authorization", "Bearer " + reader));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).contains("insufficient_scope",
                "scope=\"admin\"");
        var nobody = api.send(HttpRequest.newBuilder(api.at("/learners")).header("Authorization", "Bearer hf_x"));
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate").orElse("")).contains("invalid_token");

        var id = api.access.clients.all(ApiServer.HERE).stream().filter(c -> c.name().equals("reader")).findFirst()
                .orElseThrow().id();
        assertThat(api.send(api.to("/clients/" + id).DELETE()).statusCode()).isEqualTo(204);
        assertThat(api.send(HttpRequest.newBuilder(api.at("/learners")).header("Authorization", "Bearer " + reader))
                .statusCode()).isEqualTo(401);
    }

    @Test
    void a_write_counts_once_however_often_it_is_sent() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = body("s-2", "学生2");
        Callable<HttpResponse<String>> write = () -> api.send(write(key, body));
        var first = write.call();
        var statuses = new TreeSet<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var again : threads.invokeAll(Collections.nCopies(10, write))) {
                statuses.add(again.get().statusCode());
                assertThat(again.get().body()).isEqualTo(first.body());
                assertThat(again.get().headers().firstValue("Idempotency-Replayed")).contains("true");
            }
        }
        assertThat(statuses).containsExactly(201);
        assertThat(api.send(write(key, body("s-2", "other"))).statusCode()).isEqualTo(422);
        assertThat(api.send(api.to("/facts").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))).statusCode()).isEqualTo(400);
        var timeline = ApiServer.json(api.get("/learners/" + first.body().replaceAll(".*\"s-2\":\"([^\"]+)\".*", "$1")
                + "/timeline"));
        assertThat(timeline.get("items")).hasSize(2);
    }

    private static HttpRequest.Builder write(String key, String body) {
        return api.to("/facts").header("Idempotency-Key", key).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    @Test
    void the_end_of_the_hash_chain_is_read_by_the_day_and_another_school_has_its_own() throws Exception {
        api.seal();
        var anchors = ApiServer.json(api.get("/history/anchors?limit=1")).get("items");
        assertThat(anchors).hasSize(1);
        assertThat(anchors.get(0).get("hash").asText()).matches("[0-9a-f]{64}");
        assertThat(anchors.get(0).get("facts").asLong()).isPositive();
        assertThat(ApiServer.json(api.get("/history")).at("/last/hash")).isEqualTo(anchors.get(0).get("hash"));
        assertThat(ApiServer.json(api.send(other("/history/anchors"))).get("items"))
                .noneMatch(one -> one.get("hash").equals(anchors.get(0).get("hash")));
        assertThat(api.get("/history/anchors?after=2026-01-01").statusCode()).isEqualTo(400);
    }

    @Test
    void a_value_that_cannot_be_one_is_refused_with_all_that_came_with_it() throws Exception {
        var refused = api.post("/facts", """
                {"facts": [{"kind": "PersonDescribed", "person": "s-77", "values": {"name": "王小", "birthDate": "2016/3/1"},
                "at": "2026-09-01T08:00:00Z"}]}""");
        assertThat(refused.statusCode()).isBetween(400, 422);
        assertThat(refused.body()).contains("birthDate");
        assertThat(ApiServer.json(api.get("/learners?search=" + URLEncoder.encode("王小", StandardCharsets.UTF_8)))
                .get("items")).isEmpty();
    }

    @Test
    void a_value_is_edited_by_whoever_has_read_it() throws Exception {
        var path = "/learners/" + wang + "/values/phone";
        assertThat(api.get(path).statusCode()).isEqualTo(404);
        assertThat(api.send(put(path, "+8613800138000")).statusCode()).isEqualTo(428);
        var said = api.send(put(path, "+8613800138000").header("If-None-Match", "*"));
        assertThat(said.statusCode()).isEqualTo(204);
        var read = api.get(path);
        var tag = read.headers().firstValue("ETag").orElseThrow();
        assertThat(said.headers().firstValue("ETag")).contains(tag);
        assertThat(api.send(put(path, "+8613900139000").header("If-None-Match", "*")).statusCode()).isEqualTo(412);
        assertThat(api.send(put(path, "+8613900139000").header("If-Match", tag)).statusCode()).isEqualTo(204);
        assertThat(api.send(put(path, "+8613700137000").header("If-Match", tag)).statusCode()).isEqualTo(412);
        assertThat(ApiServer.json(api.get(path)).get("value").asText()).isEqualTo("+8613900139000");
        var wrong = api.send(put(path, "call me").header("If-Match",
                api.get(path).headers().firstValue("ETag").orElseThrow()));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(ApiServer.json(wrong).at("/errors/0/pointer").asText()).isEqualTo("/value");
    }

    private static HttpRequest.Builder put(String path, String value) {
        return api.to(path).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"value\": \"" + value + "\"}"));
    }

    @Test
    void a_list_is_read_to_its_end_by_links_that_nobody_can_make_up() throws Exception {
        var names = new ArrayList<String>();
        var next = "/learners?limit=2";
        while (!next.isEmpty()) {
            var page = api.get(next);
            ApiServer.json(page).get("items").forEach(one -> names.add(one.get("name").asText()));
            next = page.headers().firstValue("Link").map(link -> link.replaceAll("^<([^>]+)>.*$", "$1")).orElse("");
        }
        assertThat(names).hasSize(7).doesNotHaveDuplicates().contains("王芳");
        var cursor = ApiServer.json(api.get("/learners?limit=2")).get("next").asText();
        assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8))
                .as("names do not stand in addresses").doesNotContain(names.get(1));
        assertThat(api.get("/learners?limit=3&after=" + cursor).statusCode()).isEqualTo(200);
        assertThat(api.get("/learners?search=x&after=" + cursor).statusCode()).isEqualTo(400);
        assertThat(api.get("/learners?after=" + cursor.substring(2)).statusCode()).isEqualTo(400);
        assertThat(api.send(other("/learners?limit=2&after=" + cursor)).statusCode()).isEqualTo(400);
        assertThat(api.get("/learners?limit=501").statusCode()).isEqualTo(400);
        assertThat(api.get("/learners?limit=many").statusCode()).isEqualTo(400);
        assertThat(ApiServer.json(api.get("/learners?tag=nobody")).get("items")).isEmpty();
        assertThat(ApiServer.json(api.get("/learners?stage=ENROLLED")).get("items")).hasSize(7);
    }

    @Test
    void a_file_that_did_not_change_is_not_sent_again() throws Exception {
        var first = api.get("/learners/" + wang + "/tags");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control")).contains("private, no-cache");
        var again = api.send(api.to("/learners/" + wang + "/tags").header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        var path = "/learners/" + wang + "/tags/"
                + java.net.URLEncoder.encode("贵宾", java.nio.charset.StandardCharsets.UTF_8);
        assertThat(api.send(api.to(path).PUT(BodyPublishers.noBody())).statusCode()).isEqualTo(204);
        var changed = api.send(api.to("/learners/" + wang + "/tags").header("If-None-Match", tag));
        assertThat(ApiServer.json(changed).at("/items/0/name").asText()).isEqualTo("贵宾");
        assertThat(api.send(api.to(path).DELETE()).statusCode()).isEqualTo(204);
        assertThat(api.get("/learners/" + wang + "/tags").headers().firstValue("ETag")).contains(tag);
    }

    @Test
    void a_body_is_refused_with_the_place_that_is_wrong() throws Exception {
        assertThat(api.post("/facts", "{").statusCode()).isEqualTo(400);
        assertThat(pointer("{\"extra\": 1," + body("s-9", "x").substring(1))).isEqualTo("/extra");
        assertThat(pointer("{}")).isEqualTo("/facts");
        assertThat(pointer("{\"facts\": []}")).isEqualTo("");
        assertThat(
                pointer("{\"facts\": [{\"kind\": \"Enrolled\", \"course\": \"a\", \"at\": \"2026-01-01T00:00:00Z\"}]}"))
                .isEqualTo("/facts/0/person");
        assertThat(pointer("{\"facts\": [{\"kind\": \"Nonsense\"}]}")).isEqualTo("/facts/0");
        assertThat(pointer(body("s-9", "x").replace("2026-08-30", "9999999-08-30"))).isEqualTo("/facts/0/at");
        assertThat(pointer(body("s-9", "x").replace("2026-08-30", "2036-08-30"))).isEqualTo("/facts/0/at");
        assertThat(pointer(body("s-9", "\\u0000"))).isEqualTo("/facts/0/name");
        assertThat(pointer(body("s-9", "\\ud800"))).isEqualTo("/facts/0/name");
        assertThat(pointer("{\"platform\": \"" + UUID.randomUUID() + "\"," + body("s-9", "x").substring(1)))
                .isEqualTo("/platform");
        assertThat(api.post("/facts", "x".repeat((1 << 20) + 1)).statusCode()).isEqualTo(413);
        assertThat(api.send(api.to("/facts").header("Idempotency-Key", "k").header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x"))).statusCode()).isEqualTo(415);
    }

    private static String pointer(String body) throws Exception {
        var answer = api.post("/facts", body);
        assertThat(answer.statusCode()).as(body + " " + answer.body()).isEqualTo(422);
        assertThat(ApiServer.json(answer).get("type").asText()).isEqualTo("https://huifang.org/problems/body");
        assertThat(ApiServer.json(answer).get("traceId").asText())
                .isEqualTo(answer.headers().firstValue("Trace-Id").orElseThrow());
        return ApiServer.json(answer).at("/errors/0/pointer").asText();
    }

    @Test
    void head_and_options_are_answered_and_the_former_address_says_that_it_goes() throws Exception {
        var head = api.send(api.to("/learners").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("ETag")).isEqualTo(api.get("/learners").headers().firstValue("ETag"));
        var options = api.send(HttpRequest.newBuilder(api.at("/learners")).method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.statusCode()).isIn(200, 204);
        assertThat(options.headers().firstValue("Allow").orElse("")).contains("GET", "HEAD");
        assertThat(api.send(api.to("/learners").DELETE()).statusCode()).isEqualTo(405);
        assertThat(api.get("/nothing").statusCode()).isEqualTo(404);
        assertThat(api.get("/learners/nobody").statusCode()).isEqualTo(404);
        var former = api.get("/rest/learners");
        assertThat(former.headers().firstValue("Deprecation")).isPresent();
        assertThat(former.headers().firstValue("Sunset")).isPresent();
        assertThat(api.send(api.to("/learners").header("traceparent",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")).headers().firstValue("Trace-Id"))
                .contains("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(api.get("/learners").headers().firstValue("RateLimit").orElse("")).contains("\"client\";r=");
    }

    @Test
    void a_bucket_empties_by_requests_and_fills_with_time() {
        long[] now = {0};
        var limit = new RateLimit(60, () -> now[0]);
        var client = UUID.randomUUID();
        for (int i = 0; i < 60; i++) {
            assertThat(limit.take(client)).isGreaterThanOrEqualTo(0);
        }
        assertThat(limit.take(client)).isNegative();
        assertThat(limit.take(UUID.randomUUID())).isEqualTo(59);
        now[0] += 2_000_000_000L;
        assertThat(limit.take(client)).isGreaterThanOrEqualTo(0);
        assertThat(limit.take(client)).isGreaterThanOrEqualTo(0);
        assertThat(limit.take(client)).isNegative();
    }
}
