// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Purchase;
import org.huifang.rest.Behind;
import org.huifang.rest.hooks.Sender.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HooksServletTest {
    private static final Instant NOW = Instant.parse("2026-09-07T10:00:00Z");
    private static final String SOURCE = "platform:" + Recorded.PLATFORM;
    private static final String LESSON = """
        {"type": "lesson.completed", "timestamp": "2026-09-07T12:00:00+02:00", "data": {"user": {"id": "u-1"},
         "course": {"id": "c-1"}, "lesson": {"title": "第一课", "progress": 40}, "unknown": [1, 2]}}""";

    private final Recorded recorded = new Recorded();
    private final Behind behind = new Behind();
    private final HooksServlet servlet = new HooksServlet(() -> NOW, new Aside(), new HintDoor(), behind);

    @BeforeEach
    void bind() {
        behind.bindArchive(recorded.archive());
        behind.bindSources(Recorded.sources());
    }

    private Answer send(String body) throws Exception {
        return new Sender(Recorded.KEY).sign("msg_1", NOW, body).send(servlet, body);
    }

    @Test
    void a_signed_lesson_is_recorded_once_under_its_id_and_answered_202() throws Exception {
        assertThat(send(LESSON).status()).isEqualTo(202);
        assertThat(recorded.deliveries).containsExactly(new Delivery(new org.huifang.api.TenantId("school"),
                "hook:demo",
                "msg_1", List.of(new Fact.LessonCompleted(new CourseKey(SOURCE, "c-1"), new PersonKey(SOURCE, "u-1"),
                        "第一课", 40, NOW))));
    }

    @Test
    void an_enrolment_brings_identity_and_what_the_course_is() throws Exception {
        String body = """
            {"type": "enrolment.created", "timestamp": "2026-09-07T10:00:00Z", "data": {"role": "learner",
             "user": {"id": "u-1", "name": "王小明", "email": "w@example.org", "locale": "zh-Hans", "phone": "+86 1",
             "timeZone": "Asia/Shanghai"}, "course": {"id": "c-1", "title": "Data", "start": "2026-09-07"}}}""";
        assertThat(send(body).status()).isEqualTo(202);
        assertThat(recorded.deliveries.getFirst().facts()).containsExactly(
                new Fact.CourseDescribed(new CourseKey(SOURCE, "c-1"), "Data", LocalDate.of(2026, 9, 7), null, NOW),
                new Fact.Enrolled(new CourseKey(SOURCE, "c-1"), new PersonKey(SOURCE, "u-1"),
                        new Identity("王小明", "w@example.org", "+86 1", "zh-Hans", "Asia/Shanghai", null),
                        CourseRole.LEARNER, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrolment.deleted", "course.finished"})
    void leaving_and_finishing_name_a_person_and_a_course(String type) throws Exception {
        assertThat(send("""
            {"type": "%s", "timestamp": "2026-09-07T10:00:00Z", "data": {"user": {"id": "u"}, "course": {"id": "c"}}}"""
                .formatted(type)).status()).isEqualTo(202);
        assertThat(recorded.deliveries.getFirst().facts()).hasSize(1);
    }

    @Test
    void a_shop_tells_of_an_order_without_naming_a_course() throws Exception {
        String body = """
            {"type": "purchase.recorded", "timestamp": "2026-09-07T10:00:00Z", "data": {"user": {"id": "u-1"},
             "order": {"id": "A-7", "title": "续费一年", "kind": "renewed", "until": "2027-09-07T00:00:00+08:00"}}}""";
        assertThat(send(body).status()).isEqualTo(202);
        assertThat(recorded.deliveries.getFirst().facts()).containsExactly(new Fact.Purchased(
                new PersonKey(SOURCE, "u-1"), "A-7", "续费一年", Purchase.Kind.RENEWED,
                Instant.parse("2027-09-06T16:00:00Z"), "hook:demo", NOW));
    }

    @Test
    void an_order_of_an_unknown_kind_or_without_an_id_is_refused_with_the_places() throws Exception {
        Answer answer = send("""
            {"type": "purchase.recorded", "timestamp": "2026-09-07T10:00:00Z", "data": {"user": {"id": "u-1"},
             "order": {"title": "x", "kind": "stolen", "until": "soon"}}}""");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("/data/order/id", "/data/order/kind", "/data/order/until");
        assertThat(recorded.deliveries).isEmpty();
    }

    @Test
    void a_source_without_a_platform_speaks_for_itself() throws Exception {
        var sender = new Sender(Recorded.KEY).sign("m", NOW, LESSON);
        sender.path = "/alone";
        assertThat(sender.send(servlet, LESSON).status()).isEqualTo(202);
        assertThat(recorded.deliveries.getFirst().facts().getFirst())
                .isInstanceOfSatisfying(Fact.LessonCompleted.class,
                        fact -> assertThat(fact.person().source()).isEqualTo("hook:alone"));
    }

    @Tag("A18")
    @Test
    void while_secrets_rotate_either_key_and_several_signatures_do() throws Exception {
        assertThat(new Sender(Recorded.OLD_KEY).sign("a", NOW, LESSON).send(servlet, LESSON).status()).isEqualTo(202);
        var both = new Sender(Recorded.KEY).sign("b", NOW, LESSON);
        both.headers.computeIfPresent("webhook-signature", (name, value) -> "v1a,xx v1,AAAA " + value);
        assertThat(both.send(servlet, LESSON).status()).isEqualTo(202);
    }

    @Tag("A18")
    @Tag("A19")
    @Test
    void a_wrong_signature_and_an_unknown_source_look_alike() throws Exception {
        Answer wrong = Sender.unsigned().sign("m", NOW, LESSON).send(servlet, LESSON);
        var stranger = new Sender(Recorded.KEY).sign("m", NOW, LESSON);
        stranger.path = "/stranger";
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(stranger.send(servlet, LESSON)).isEqualTo(wrong);
        assertThat(recorded.deliveries).isEmpty();
    }

    @Tag("A18")
    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp"})
    void what_was_signed_cannot_be_changed(String header) throws Exception {
        var sender = new Sender(Recorded.KEY).sign("1", NOW, LESSON);
        sender.headers.computeIfPresent(header, (name, value) -> Long.toString(Long.parseLong(value) + 1));
        assertThat(sender.send(servlet, LESSON).status()).isEqualTo(401);
        assertThat(new Sender(Recorded.KEY).sign("1", NOW, LESSON).send(servlet, LESSON + " ").status()).isEqualTo(401);
    }

    @Tag("A18")
    @ParameterizedTest
    @CsvSource({"-301, 400", "-299, 202", "299, 202", "301, 400"})
    void a_hook_is_taken_within_five_minutes_of_its_time(int seconds, int status) throws Exception {
        Answer answer = new Sender(Recorded.KEY).sign("m", NOW.plusSeconds(seconds), LESSON).send(servlet, LESSON);
        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void a_missing_header_is_named(String header) throws Exception {
        var sender = new Sender(Recorded.KEY).sign("m", NOW, LESSON);
        sender.headers.remove(header);
        Answer answer = sender.send(servlet, LESSON);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(header);
    }

    @Tag("A18")
    @Test
    void too_large_is_refused_by_what_is_declared_and_by_what_comes() throws Exception {
        var declared = new Sender(Recorded.KEY).sign("m", NOW, LESSON);
        declared.length = Hook.MOST_BYTES + 1L;
        assertThat(declared.send(servlet, LESSON).status()).isEqualTo(413);

        var endless = new Endless();
        assertThat(new Sender(Recorded.KEY).sign("m", NOW, LESSON).send(servlet, endless, -1).status()).isEqualTo(413);
        assertThat(endless.read).isLessThan(10L * Hook.MOST_BYTES);
    }

    private static final class Endless extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return '1';
        }
    }

    @ParameterizedTest
    @CsvSource({"text/plain, 415", "application/json-seq, 415", "application/json; charset=utf-8, 202"})
    void only_json_is_read(String type, int status) throws Exception {
        var sender = new Sender(Recorded.KEY).sign("m", NOW, LESSON);
        sender.headers.put("Content-Type", type);
        assertThat(sender.send(servlet, LESSON).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"a\":1}{\"a\":1}", "{\"type\":1,\"type\":2}", "nonsense"})
    void what_is_not_one_json_object_is_refused(String body) throws Exception {
        assertThat(send(body).status()).isEqualTo(400);
    }

    @Tag("A5")
    @Tag("A18")
    @Test
    void deep_nesting_is_refused_before_it_is_built() throws Exception {
        String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
        assertThat(send(deep).status()).isEqualTo(400);
    }

    @Test
    void each_error_names_its_place_and_nothing_is_stored() throws Exception {
        Answer answer = send("""
            {"type": "lesson.completed", "timestamp": "yesterday", "data": {"user": {"id": 7},
             "lesson": {"title": "", "progress": 101}}}""");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(answer.body()).contains("https://huifang.org/problems/invalid-hook", "/timestamp", "/data/user/id",
                "/data/course/id", "/data/lesson/title", "/data/lesson/progress");
        assertThat(recorded.deliveries).isEmpty();
    }

    @Test
    void an_unknown_type_is_told_which_are_known() throws Exception {
        Answer answer = send("""
            {"type": "course.exploded", "timestamp": "2026-09-07T10:00:00Z", "data": {"course": {"id": "c"}}}""");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("/type", "lesson.completed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud83d"})
    void a_character_that_is_not_text_is_refused(String escape) throws Exception {
        assertThat(send(LESSON.replace("第一课", "x" + escape + "y")).status()).isEqualTo(422);
    }

    @Test
    void while_the_archive_is_away_the_sender_is_told_when_to_try_again_and_nothing_else() throws Exception {
        recorded.away = true;
        Answer answer = send(LESSON);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsKey("Retry-After");
        assertThat(answer.body()).doesNotContain("jdbc", "10.0.0.7");
    }

    @Test
    void a_hook_waits_while_the_archive_is_updated() throws Exception {
        var old = recorded.archive();
        behind.bindArchive(old);
        behind.unbindArchive(old);
        var back = Thread.startVirtualThread(() -> behind.bindArchive(recorded.archive()));
        assertThat(send(LESSON).status()).isEqualTo(202);
        back.join(Duration.ofSeconds(5));
    }

    @Test
    void other_methods_and_paths_are_refused() throws Exception {
        var get = new Sender(Recorded.KEY).sign("m", NOW, LESSON);
        get.method = "GET";
        assertThat(get.send(servlet, LESSON).status()).isEqualTo(405);
        var deep = new Sender(Recorded.KEY).sign("m", NOW, LESSON);
        deep.path = "/demo/more";
        assertThat(deep.send(servlet, LESSON).status()).isEqualTo(404);
    }
}
