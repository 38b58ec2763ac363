// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.PersonKey;
import org.huifang.rest.Behind;
import org.huifang.rest.hooks.Sender.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hooks about what calls for care: access, tests, complaints, refunds, exams. */
class CareHooksTest {
    private static final Instant NOW = Instant.parse("2026-09-07T10:00:00Z");
    private static final String SOURCE = "platform:" + Recorded.PLATFORM;
    private static final CourseKey COURSE = new CourseKey(SOURCE, "c-1");
    private static final PersonKey PERSON = new PersonKey(SOURCE, "u-1");

    private final Recorded recorded = new Recorded();
    private final Behind behind = new Behind();
    private final HooksServlet servlet = new HooksServlet(() -> NOW, new Aside(), new HintDoor(), behind);

    @BeforeEach
    void bind() {
        behind.bindArchive(recorded.archive());
        behind.bindSources(Recorded.sources());
    }

    private Answer send(String type, String more) throws Exception {
        String body = """
            {"type": "%s", "timestamp": "2026-09-07T10:00:00Z",
             "data": {"user": {"id": "u-1"}, "course": {"id": "c-1"}%s}}""".formatted(type, more);
        return new Sender(Recorded.KEY).sign("msg_1", NOW, body).send(servlet, body);
    }

    private Fact told(String type, String more) throws Exception {
        assertThat(send(type, more).status()).isEqualTo(202);
        assertThat(recorded.deliveries.getLast().facts()).hasSize(1);
        return recorded.deliveries.getLast().facts().getFirst();
    }

    @Test
    void access_is_granted_until_a_time_or_for_some_lessons() throws Exception {
        assertThat(told("access.granted", ", \"access\": {\"until\": \"2027-01-01T00:00:00+08:00\"}"))
                .isEqualTo(
                        new Fact.AccessGranted(COURSE, PERSON, null, Instant.parse("2026-12-31T16:00:00Z"), null, NOW));
        assertThat(told("access.granted", ", \"access\": {\"lessonsLeft\": 0}"))
                .isEqualTo(new Fact.AccessGranted(COURSE, PERSON, null, null, 0, NOW));
    }

    @Test
    void a_test_has_a_title_a_score_and_a_result() throws Exception {
        assertThat(told("test.taken", ", \"test\": {\"title\": \"单元测验\", \"score\": 55, \"passed\": false}"))
                .isEqualTo(new Fact.TestTaken(COURSE, PERSON, "单元测验", 55, false, NOW));
    }

    @Test
    void complaints_and_refunds_are_told_in_the_persons_own_words() throws Exception {
        assertThat(told("complaint.raised", ", \"complaint\": {\"text\": \"视频打不开\"}"))
                .isEqualTo(new Fact.Complained(COURSE, PERSON, "视频打不开", NOW));
        assertThat(told("refund.asked", ", \"refund\": {\"reason\": \"no time\"}"))
                .isEqualTo(new Fact.RefundAsked(COURSE, PERSON, "no time", NOW));
        assertThat(told("refund.asked", "")).isEqualTo(new Fact.RefundAsked(COURSE, PERSON, "", NOW));
        assertThat(told("refund.done", "")).isEqualTo(new Fact.Refunded(COURSE, PERSON, NOW));
    }

    @Test
    void an_exam_belongs_to_the_course_and_to_nobody() throws Exception {
        String body = """
            {"type": "exam.set", "timestamp": "2026-09-07T10:00:00Z",
             "data": {"course": {"id": "c-1", "exam": "2026-12-20"}}}""";
        assertThat(new Sender(Recorded.KEY).sign("msg_1", NOW, body).send(servlet, body).status()).isEqualTo(202);
        assertThat(recorded.deliveries.getFirst().facts())
                .containsExactly(new Fact.ExamSet(COURSE, LocalDate.of(2026, 12, 20), NOW));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "access.granted | `` | /data/access",
            "access.granted | `, \"access\": {\"lessonsLeft\": -1}` | /data/access/lessonsLeft",
            "access.granted | `, \"access\": {\"lessonsLeft\": \"3\"}` | /data/access/lessonsLeft",
            "access.granted | `, \"access\": {\"until\": \"soon\"}` | /data/access/until",
            "test.taken | `, \"test\": {\"title\": \"t\", \"score\": 101, \"passed\": true}` | /data/test/score",
            "test.taken | `, \"test\": {\"title\": \"t\", \"score\": 1}` | /data/test/passed",
            "test.taken | `, \"test\": {\"score\": 1, \"passed\": true}` | /data/test/title",
            "complaint.raised | `` | /data/complaint/text",
            "complaint.raised | `, \"complaint\": {\"text\": \" \"}` | /data/complaint/text",
            "refund.asked | `, \"refund\": {\"reason\": 7}` | /data/refund/reason",
            "exam.set | `` | /data/course/exam",
            "refund.undone | `` | /type"})
    void what_is_missing_or_cannot_be_is_named_and_nothing_is_stored(String type, String more, String place)
            throws Exception {
        Answer answer = send(type, more);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(place);
        assertThat(recorded.deliveries).isEmpty();
    }

    @Test
    void a_day_that_is_none_is_no_exam() throws Exception {
        String body = """
            {"type": "exam.set", "timestamp": "2026-09-07T10:00:00Z",
             "data": {"course": {"id": "c-1", "exam": "2026-02-30"}}}""";
        Answer answer = new Sender(Recorded.KEY).sign("msg_1", NOW, body).send(servlet, body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("/data/course/exam");
    }
}
