// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlacedActivitiesTest {
    private static final List<String> TEACHER = List.of("Instructor");
    private static final List<String> LEARNER = List.of("Learner");
    @RegisterExtension
    static final ToolAtCampus BOTH = new ToolAtCampus();
    private static final ToolServer tool = BOTH.tool;
    private static final Campus campus = BOTH.campus;
    private final Browser browser = new Browser(tool);

    @BeforeEach
    void clean() {
        campus.scores.clear();
        campus.scoreStatus = 200;
    }

    @Test
    @Tag("DL-02")
    @Tag("DL-06")
    void a_teacher_chooses_without_any_cookie_and_the_answer_carries_the_data_byte_for_byte_once() {
        HttpResponse<String> page = pick(TEACHER);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors " + campus.issuer());
        assertThat(page.body()).contains("问卷", "课程脉搏", "我的回访", "我的资料");
        String secret = group("name=\"picking\" value=\"([^\"]+)\"", page.body());
        Map<String, String> form = Map.of("picking", secret, "place.questionnaire", "questionnaire", "place.data",
                "data", "do", "add");
        HttpResponse<String> answer = new Browser(tool).post("/lti/deep-link", form);
        assertThat(answer.body()).contains("action=\"" + campus.uri("/content?session=1") + "\"", "submit.js");
        String claims = claims(group("name=\"JWT\" value=\"([^\"]+)\"", answer.body()));
        assertThat(claims).contains("\"LtiDeepLinkingResponse\"", "\"a\\\"b&ä\"", "\"huifang_place\":\"questionnaire\"",
                "\"scoreMaximum\":1", "\"huifang_place\":\"data\"");
        assertThat(new Browser(tool).post("/lti/deep-link", form).statusCode()).isEqualTo(403);
    }

    @Test
    @Tag("DL-10")
    void nothing_chosen_shows_the_choice_again_and_a_cancel_places_nothing() {
        String secret = group("name=\"picking\" value=\"([^\"]+)\"", pick(TEACHER).body());
        assertThat(browser.post("/lti/deep-link", Map.of("picking", secret, "do", "add")).body())
                .contains("name=\"picking\"");
        String answer = browser.post("/lti/deep-link", Map.of("picking", secret, "do", "cancel")).body();
        assertThat(claims(group("name=\"JWT\" value=\"([^\"]+)\"", answer))).contains("content_items\":[]");
    }

    @Test
    @Tag("DL-15")
    @Tag("A13")
    void a_learner_chooses_nothing() {
        HttpResponse<String> page = pick(LEARNER);
        assertThat(page.statusCode()).isBetween(400, 403);
        assertThat(page.body()).doesNotContain("name=\"picking\"");
        assertThat(tool.count("picking")).isZero();
    }

    @Test
    void what_was_placed_opens_where_it_belongs() {
        assertThat(launch("7", LEARNER, "questionnaire")).matches("/l/[^/]+/me");
        assertThat(launch("7", LEARNER, "revisits")).matches("/l/[^/]+/me");
        assertThat(launch("8", TEACHER, "pulse")).matches("/l/[^/]+/course/.*");
        assertThat(launch("9", List.of("urn:unknown"), "data")).startsWith("/s/?l=");
    }

    @Test
    @Tag("AGS-08")
    @Tag("AGS-16")
    void a_finished_questionnaire_is_marked_once_in_whatever_order_things_become_known() {
        String path = launch("8", TEACHER, "questionnaire");
        UUID course = UUID.fromString(path.split("/")[4]);
        launch("7", LEARNER, "questionnaire");
        UUID seven = learner("7");
        tool.archive.answered(seven, course, tool.now);
        tool.archive.answered(seven, course, tool.now);
        work();
        assertThat(campus.scores).singleElement().asString().contains("\"userId\":\"7\"", "\"scoreGiven\":1",
                "Completed", "FullyGraded");
        assertThat(campus.asked).contains("/lineitems/7/scores");

        tool.archive.answered(learner("6"), course, tool.now);
        work();
        assertThat(campus.scores).as("who it is at the platform is not known yet").hasSize(1);
        launch("6", LEARNER, "questionnaire");
        work();
        assertThat(campus.scores).hasSize(2);
        tool.restart();
        work();
        assertThat(campus.scores).hasSize(2);
    }

    @Test
    @Tag("AGS-19")
    void a_mark_that_the_platform_did_not_take_is_tried_again_later() {
        UUID course = UUID.fromString(launch("8", TEACHER, "questionnaire").split("/")[4]);
        launch("7", LEARNER, "questionnaire");
        campus.scoreStatus = 503;
        tool.archive.answered(learner("7"), course, tool.now);
        work();
        assertThat(campus.scores).hasSize(1);
        campus.scoreStatus = 200;
        work();
        assertThat(campus.scores).hasSize(1);
        tool.pass(Duration.ofMinutes(1));
        work();
        assertThat(campus.scores).hasSize(2);
        tool.pass(Duration.ofDays(2));
        work();
        assertThat(campus.scores).hasSize(2);
    }

    @Test
    @Tag("A14")
    void a_line_item_of_another_origin_is_never_called() {
        Map<String, String> asked = browser.login(campus);
        Map<String, Object> claims = campus.placed(asked.get("nonce"), tool.now, "8", TEACHER, "questionnaire");
        claims.put("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint", Map.of("scope", Campus.AGS, "lineitem",
                "http://169.254.169.254/lineitems/7"));
        UUID course = UUID.fromString(browser.launch(asked, campus.sign(claims)).headers().firstValue("Location")
                .orElseThrow().split("/")[4]);
        new Browser(tool).launch(campus, "7", LEARNER);
        tool.archive.answered(learner("7"), course, tool.now);
        work();
        assertThat(campus.scores).isEmpty();
        List<String> problems = tool.store
                .ofAll(sql -> sql.list("select problem from platform.mark", r -> r.getString(1)));
        assertThat(problems).singleElement().asString().contains("ADDRESS_REFUSED");
    }

    @Test
    @Tag("A2")
    void of_fifty_replays_at_two_nodes_one_wins() throws Exception {
        try (ToolServer other = new ToolServer(tool)) {
            Map<String, String> asked = browser.login(campus);
            String token = campus.sign(campus.claims(asked.get("nonce"), tool.now, "7", LEARNER));
            Map<String, String> kept = Map.copyOf(browser.cookies);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Integer>> all = IntStream.range(0, 50).<Callable<Integer>>mapToObj(i -> () -> {
                    Browser copy = new Browser(i % 2 == 0 ? tool : other);
                    copy.cookies.putAll(kept);
                    return copy.launch(asked, token).statusCode();
                }).toList();
                var statuses = threads.invokeAll(all).stream().map(f -> f.resultNow())
                        .collect(Collectors.groupingBy(s -> s, Collectors.counting()));
                assertThat(statuses).isEqualTo(Map.of(303, 1L, 403, 49L));
            }
            assertThat(Set.copyOf(other.reasons())).containsExactly("nonce_replayed");
        }
    }

    private HttpResponse<String> pick(List<String> roles) {
        Map<String, String> asked = browser.login(campus);
        return browser.launch(asked, campus.sign(campus.picking(asked.get("nonce"), tool.now, roles)));
    }

    private static String launch(String subject, List<String> roles, String place) {
        Browser own = new Browser(tool);
        Map<String, String> asked = own.login(campus);
        return own.launch(asked, campus.sign(campus.placed(asked.get("nonce"), tool.now, subject, roles, place)))
                .headers().firstValue("Location").orElseThrow();
    }

    private static void work() {
        while (tool.followAnswers.run() || tool.sendMarks.run()) {
            // until there is nothing more to do
        }
    }

    private static UUID learner(String subject) {
        return RecordingArchive.id(new org.huifang.api.archive.PersonKey(
                CourseContext.source(tool.platforms.all(org.huifang.api.TenantId.DEFAULT).getFirst().id()), subject)
                .toString());
    }

    private static String claims(String jwt) {
        return new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private static String group(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1).replace("&amp;", "&");
    }
}
