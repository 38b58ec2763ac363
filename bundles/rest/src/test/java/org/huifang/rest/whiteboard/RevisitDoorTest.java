// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.access.Scope;
import org.huifang.api.archive.Fact;
import org.huifang.api.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RevisitDoorTest {
    private static final String STEP = "{\"code\": \"%s\", \"name\": \"Hello\", \"kind\": \"CALL\", \"anchor\": "
            + "\"START\", \"value\": 0, \"opensAfter\": 2, \"dueAfter\": 5, \"minutes\": 5, \"notice\": false}";
    private static ApiServer api;

    @BeforeAll
    static void open() throws Exception {
        api = new ApiServer();
    }

    @AfterAll
    static void close() {
        api.close();
    }

    /** A learner of the course, and the id of what is owed to them at the step. */
    private static UUID owed(String person, String step) throws Exception {
        var told = api.post("/facts",
                "{\"facts\": [{\"kind\": \"Enrolled\", \"course\": \"de-a1\", \"person\": \"" + person
                        + "\", \"name\": \"王芳\", \"at\": \"2026-08-30T08:00:00Z\"}]}");
        var learner = ApiServer.json(told).at("/learners/" + person).asText();
        api.owed.work();
        for (var one : ApiServer.json(api.get("/obligations?learner=" + learner)).get("items")) {
            if (one.get("step").asText().equals(step)) {
                return UUID.fromString(one.get("id").asText());
            }
        }
        throw new AssertionError("nothing is owed at " + step);
    }

    private static HttpResponse<String> put(String path, String body, String... headers) throws Exception {
        var request = api.to(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body));
        return api.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static String pointer(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return ApiServer.json(answer).at("/errors/0/pointer").asText();
    }

    @Test
    void what_is_owed_is_exempted_with_a_reason_and_owed_again() throws Exception {
        var path = "/obligations/" + owed("s-1", "first") + "/exemption";
        var before = ApiServer.json(api.get(path.replace("/exemption", "")));
        var exempt = put(path, "{\"reason\": \" Moved abroad \"}");
        assertThat(exempt.statusCode()).as(exempt.body()).isEqualTo(200);
        assertThat(ApiServer.json(exempt).get("state").asText()).isEqualTo("EXEMPT");
        assertThat(ApiServer.json(exempt).get("reason").asText()).isEqualTo("Moved abroad");
        assertThat(put(path, "{\"reason\": \"Moved abroad\"}").statusCode()).as("the same again").isEqualTo(200);
        assertThat(put(path, "{\"reason\": \"Other\"}").statusCode()).isEqualTo(409);
        assertThat(pointer(put(path, "{\"reason\": \" \"}"))).isEmpty();
        assertThat(pointer(put(path, "{}"))).isEqualTo("/reason");

        var again = api.send(api.to(path).DELETE());
        assertThat(ApiServer.json(again).get("state").asText()).isIn("SCHEDULED", "DUE");
        api.owed.work();
        assertThat(ApiServer.json(api.get(path.replace("/exemption", "")))).isEqualTo(before);
        assertThat(api.send(api.to(path).DELETE()).statusCode()).isEqualTo(200);
        assertThat(put("/obligations/" + UUID.randomUUID() + "/exemption", "{\"reason\": \"x\"}").statusCode())
                .isEqualTo(404);
        var theirs = HttpRequest.newBuilder(api.at(path)).header("Authorization", "Bearer " + api.otherKey)
                .header("Content-Type", "application/json").PUT(BodyPublishers.ofString("{\"reason\": \"x\"}"));
        assertThat(api.send(theirs).statusCode()).as("another school").isEqualTo(404);
        assertThat(ApiServer.json(api.get(path.replace("/exemption", "")))).isEqualTo(before);
    }

    @Test
    void a_contact_is_moved_to_a_time_to_come_and_not_when_it_is_settled() throws Exception {
        var path = "/obligations/" + owed("s-2", "first");
        var moved = put(path + "/contact", "{\"at\": \"2026-09-10T02:00:00Z\"}");
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        assertThat(ApiServer.json(moved).at("/planned/at").asText()).isEqualTo("2026-09-10T02:00:00Z");
        assertThat(put(path + "/contact", "{\"at\": \"2026-09-10T02:00:00Z\"}").statusCode()).as("again")
                .isEqualTo(200);
        assertThat(pointer(put(path + "/contact", "{\"at\": \"2026-08-10T02:00:00Z\"}"))).isEqualTo("/at");
        put(path + "/exemption", "{\"reason\": \"Moved abroad\"}");
        assertThat(put(path + "/contact", "{\"at\": \"2026-09-11T02:00:00Z\"}").statusCode()).isEqualTo(409);
    }

    @Test
    void of_two_colleagues_one_has_a_case_in_hand_until_it_is_put_back() throws Exception {
        var path = "/obligations/" + owed("s-3", "first") + "/hand";
        var lin = api.access.accounts.create(ApiServer.HERE, "lin", "林", "a long one 7", Set.of(Role.AGENT)).id();
        var wu = api.access.accounts.create(ApiServer.HERE, "wu", "吴", "a long one 8", Set.of(Role.AGENT)).id();
        assertThat(pointer(put(path, "{}"))).isEqualTo("/account");
        assertThat(pointer(put(path, "{\"account\": \"" + UUID.randomUUID() + "\"}"))).isEqualTo("/account");
        assertThat(put(path, "{\"account\": \"" + lin + "\"}").statusCode()).isEqualTo(200);
        assertThat(put(path, "{\"account\": \"" + wu + "\"}").statusCode()).isEqualTo(409);
        assertThat(api.send(api.to(path).DELETE()).statusCode()).isEqualTo(400);
        assertThat(api.send(api.to(path + "?account=" + lin).DELETE()).statusCode()).isEqualTo(204);
        assertThat(put(path, "{\"account\": \"" + wu + "\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void who_lacks_a_training_or_is_none_of_the_team_gets_no_cases_by_a_program_either() throws Exception {
        var path = "/obligations/" + owed("s-6", "first");
        var mei = api.employ("mei", Role.AGENT);
        var ada = api.employ("ada");
        api.staff.require(ApiServer.HERE, Set.of("privacy"));
        try {
            for (var account : List.of(mei, ada)) {
                refused(put(path + "/hand", "{\"account\": \"" + account + "\"}"));
                refused(put(path + "/owner", "{\"account\": \"" + account + "\"}"));
                refused(api.post(path + "/attempts", "{\"outcome\": \"REACHED\", \"agent\": \"" + account + "\"}"));
            }
            refused(api.send(api.as("mei", path + "/hand").header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString("{}"))));
            refused(api.send(api.as("mei", path + "/attempts").header("Content-Type", "application/json")
                    .header("Idempotency-Key", "mei-1").POST(BodyPublishers.ofString("{\"outcome\": \"REACHED\"}"))));
            assertThat(ApiServer.json(api.get(path)).get("attempts")).as("nothing was recorded").isEmpty();
        } finally {
            api.staff.require(ApiServer.HERE, Set.of());
        }
        assertThat(put(path + "/hand", "{\"account\": \"" + mei + "\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void an_enrolment_that_is_put_off_takes_its_first_revisit_with_it() throws Exception {
        var path = "/obligations/" + owed("s-9", "first");
        var moved = "{\"facts\": [{\"kind\": \"AccessGranted\", \"course\": \"de-a1\", \"person\": \"s-9\", %s"
                + " \"at\": \"2026-08-31T08:00:00Z\"}]}";
        assertThat(pointer(api.post("/facts", moved.formatted("")))).startsWith("/facts/0");
        var told = api.post("/facts", moved.formatted("\"from\": \"2026-10-05T00:00:00Z\","));
        assertThat(told.statusCode()).as(told.body()).isEqualTo(201);
        api.owed.work();
        assertThat(ApiServer.json(api.get(path)).get("due").asText()).isEqualTo("2026-10-12T00:00:00Z");
    }

    @Test
    void a_number_at_which_a_stranger_answered_is_not_used_again_whoever_hands_that_in() throws Exception {
        var obligation = owed("s-8", "first");
        var learner = ApiServer.json(api.get("/obligations/" + obligation)).get("learner").asText();
        api.post("/facts", "{\"facts\": [{\"kind\": \"PersonDescribed\", \"person\": \"s-8\","
                + " \"values\": {\"phone\": \"+8613900000008\"}, \"at\": \"2026-08-30T08:00:00Z\"}]}");
        var answer = api.post("/obligations/" + obligation + "/attempts", "{\"outcome\": \"WRONG_NUMBER\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(api.archive.timeline(ApiServer.HERE, UUID.fromString(learner), null, 50).items())
                .extracting(entry -> entry.fact()).filteredOn(Fact.ValueChecked.class::isInstance).singleElement()
                .isInstanceOfSatisfying(Fact.ValueChecked.class, checked -> {
                    assertThat(checked.field()).isEqualTo("phone");
                    assertThat(checked.correct()).isFalse();
                });
    }

    @Test
    void a_stranger_who_answers_on_a_platform_says_nothing_against_the_phone() throws Exception {
        var obligation = owed("s-10", "first");
        api.owed.planOn("lms", obligation);
        var learner = ApiServer.json(api.get("/obligations/" + obligation)).get("learner").asText();
        assertThat(ApiServer.json(api.get("/obligations/" + obligation)).at("/planned/channel").asText())
                .isEqualTo("lms");
        api.post("/facts", "{\"facts\": [{\"kind\": \"PersonDescribed\", \"person\": \"s-10\","
                + " \"values\": {\"phone\": \"+8613900000010\"}, \"at\": \"2026-08-30T08:00:00Z\"}]}");
        for (int times = 0; times < 2; times++) {
            var answer = api.send(api.to("/obligations/" + obligation + "/attempts")
                    .header("Content-Type", "application/json").header("Idempotency-Key", "stranger")
                    .POST(BodyPublishers.ofString("{\"outcome\": \"WRONG_NUMBER\"}")));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        assertThat(api.archive.timeline(ApiServer.HERE, UUID.fromString(learner), null, 50).items())
                .extracting(entry -> entry.fact()).noneMatch(Fact.ValueChecked.class::isInstance);
    }

    private static void refused(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(ApiServer.json(answer).get("type").asText()).endsWith("/not-fit");
    }

    @Test
    void a_plan_is_written_looked_at_published_taken_back_and_stopped() throws Exception {
        owed("s-4", "first");
        api.post("/facts", "{\"facts\": [{\"kind\": \"Enrolled\", \"course\": \"zh-b2\", \"person\": \"s-5\", "
                + "\"name\": \"李雷\", \"at\": \"2026-08-30T08:00:00Z\"}]}");
        api.owed.work();
        var course = course("zh-b2");
        var body = "{\"name\": \"B2\", \"course\": \"" + course + "\", \"steps\": [" + STEP.formatted("hello") + "]}";
        var made = api.post("/plans", body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var draft = made.headers().firstValue("Location").orElseThrow();
        var plan = "/plans/" + ApiServer.json(made).get("plan").asText();
        assertThat(draft).endsWith(plan + "/draft");
        assertThat(pointer(api.post("/plans", body.replace(course, UUID.randomUUID().toString()))))
                .isEqualTo("/course");
        assertThat(pointer(api.post("/plans", body.replace("\"dueAfter\": 5", "\"dueAfter\": 1"))))
                .isEqualTo("/steps/0");

        var tag = api.get(plan + "/draft").headers().firstValue("ETag").orElseThrow();
        var longer = body.replace("]}", ", " + STEP.formatted("again") + "]}");
        assertThat(put(plan + "/draft", longer).statusCode()).isEqualTo(428);
        assertThat(put(plan + "/draft", longer, "If-None-Match", "*").statusCode()).isEqualTo(412);
        var written = put(plan + "/draft", longer, "If-Match", tag);
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        assertThat(put(plan + "/draft", body, "If-Match", tag).statusCode()).as("changed meanwhile").isEqualTo(412);
        assertThat(api.get(plan + "/draft").headers().firstValue("ETag"))
                .isEqualTo(written.headers().firstValue("ETag")).isNotEqualTo(java.util.Optional.of(tag));

        assertThat(api.get(plan + "/draft/preview?past=SPREAD").statusCode()).isEqualTo(400);
        var preview = ApiServer.json(api.get(plan + "/draft/preview"));
        assertThat(preview.at("/learners").asLong()).isEqualTo(1);
        assertThat(preview.findValuesAsText("code")).contains("hello", "again");
        assertThat(api.post(plan + "/draft/publish", "{\"preview\": \"1.x\"}").statusCode()).isEqualTo(409);
        var publish = "{\"preview\": \"" + preview.get("token").asText() + "\", \"note\": \"B2 is different\"}";
        var live = api.post(plan + "/draft/publish", publish);
        assertThat(live.statusCode()).as(live.body()).isEqualTo(200);
        assertThat(ApiServer.json(live).get("status").asText()).isEqualTo("LIVE");
        assertThat(ApiServer.json(live).get("note").asText()).isEqualTo("B2 is different");
        assertThat(ApiServer.json(api.post(plan + "/draft/publish", publish))).as("its answer was lost")
                .isEqualTo(ApiServer.json(live));
        assertThat(api.get(plan + "/draft").statusCode()).isEqualTo(404);
        assertThat(api.get(plan + "/draft/preview").statusCode()).isEqualTo(404);

        var second = put(plan + "/draft", body, "If-None-Match", "*");
        assertThat(ApiServer.json(second).get("version").asInt()).isEqualTo(2);
        var token = ApiServer.json(api.get(plan + "/draft/preview?past=SPREAD&days=7")).get("token").asText();
        assertThat(api.post(plan + "/draft/publish", "{\"preview\": \"" + token + "\"}").statusCode())
                .as("another choice").isEqualTo(409);
        assertThat(api.post(plan + "/draft/publish", "{\"preview\": \"" + token
                + "\", \"past\": \"SPREAD\", \"days\": 7}").statusCode()).isEqualTo(200);
        var back = api.post(plan + "/undo", "");
        assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
        assertThat(ApiServer.json(back).get("status").asText()).isEqualTo("DRAFT");
        assertThat(api.send(api.to(plan + "/draft").DELETE()).statusCode()).isEqualTo(204);
        assertThat(api.post(plan + "/undo", "").statusCode()).as("the first version stays").isEqualTo(409);

        assertThat(pointer(api.post(plan + "/stop", "{\"note\": \"\"}"))).isEmpty();
        var stopped = api.post(plan + "/stop", "{\"note\": \"Over\"}");
        assertThat(ApiServer.json(stopped).get("status").asText()).isEqualTo("STOPPED");
        assertThat(api.post(plan + "/stop", "{\"note\": \"Over\"}").statusCode()).isEqualTo(409);
    }

    @Test
    void a_second_plan_for_all_can_be_written_and_neither_looked_at_nor_published() throws Exception {
        api.get("/plans");
        var made = api.post("/plans", "{\"name\": \"Other\", \"steps\": [" + STEP.formatted("hello") + "]}");
        var draft = "/plans/" + ApiServer.json(made).get("plan").asText() + "/draft";
        assertThat(api.get(draft + "/preview").statusCode()).isEqualTo(409);
        assertThat(api.post(draft + "/publish", "{\"preview\": \"1.x\"}").statusCode()).isEqualTo(409);
        assertThat(api.send(api.to(draft).DELETE()).statusCode()).isEqualTo(204);
        assertThat(api.get(draft).statusCode()).as("nothing is left of it").isEqualTo(404);
    }

    private static String course(String key) throws Exception {
        for (JsonNode one : ApiServer.json(api.get("/courses")).get("items")) {
            if (one.toString().contains(key)) {
                return one.get("id").asText();
            }
        }
        throw new AssertionError("no course " + key);
    }

    @Test
    void who_may_read_may_not_act_and_another_school_sees_no_plan() throws Exception {
        var reader = api.key(ApiServer.HERE, "watcher", Set.of(Scope.REVISIT_READ));
        var plan = ApiServer.json(api.get("/plans")).at("/items/0/plan").asText();
        for (var path : List.of("/plans/" + plan + "/undo", "/plans/" + plan + "/stop",
                "/plans/" + plan + "/draft/publish", "/plans")) {
            assertThat(api.send(HttpRequest.newBuilder(api.at(path)).header("Authorization", "Bearer " + reader)
                    .header("Idempotency-Key", "k").header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}"))).statusCode()).as(path).isEqualTo(403);
        }
        for (var path : List.of("/plans/" + plan, "/plans/" + plan + "/draft", "/plans/" + plan + "/draft/preview")) {
            assertThat(api.send(HttpRequest.newBuilder(api.at(path)).header("Authorization", "Bearer " + api.otherKey))
                    .statusCode()).as(path).isEqualTo(404);
        }
    }
}
