// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HooksTest {
    private Tool tool;

    @BeforeEach
    void open() throws Exception {
        tool = new Tool();
    }

    @AfterEach
    void close() {
        tool.close();
    }

    @Test
    void the_course_is_told_by_hooks_once_however_often_the_demo_starts() throws Exception {
        assertThat(tool.classroom.people()).hasSize(30);
        assertThat(tool.classroom.people()).extracting(Person::name).contains("陈晓", "Emma Schneider");
        tool.work();
        assertThat(types()).containsEntry("course.described", 1L).containsEntry("enrolment.created", 30L)
                .containsEntry("lesson.completed", 17L);
        assertThat(tool.classroom.waiting()).isZero();
        tool.restart();
        tool.work();
        assertThat(tool.hooks).hasSize(48);
        assertThat(tool.secrets).hasSize(1);
        assertThat(tool.registered).hasSize(2).extracting(p -> p.issuer()).containsOnly(tool.campus.issuer());
    }

    @Test
    void every_hook_is_signed_over_its_id_time_and_bytes() {
        tool.work();
        assertThat(tool.hooks).allSatisfy(h -> assertThat(h.signature()).isEqualTo(Hook.signature(
                tool.campus.hookSecret(), h.id(), Long.parseLong(h.timestamp()), h.body())));
        assertThat(Hook.signature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330,
                "{\"test\": 2432232314}")).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void nothing_is_lost_while_the_tool_is_away_and_each_learners_order_is_kept() throws Exception {
        tool.work();
        tool.hooks.clear();
        tool.answer = 503;
        tool.classroom.completeLesson("130");
        tool.classroom.completeLesson("130");
        tool.classroom.finish("130");
        tool.classroom.leave("129");
        tool.work();
        assertThat(tool.hooks).isEmpty();
        assertThat(tool.classroom.waiting()).isEqualTo(4);
        tool.restart();
        tool.answer = 202;
        tool.work();
        assertThat(tool.hooks).isEmpty();
        tool.now = tool.now.plus(Duration.ofSeconds(2));
        tool.work();
        assertThat(tool.hooks.stream().filter(h -> h.body().contains("\"130\"")).map(h -> type(h.body())))
                .containsExactly("lesson.completed", "lesson.completed", "course.finished");
        assertThat(tool.hooks).extracting(Tool.Came::id).doesNotHaveDuplicates().hasSize(4);
        assertThat(tool.classroom.people()).hasSize(29);
    }

    @Test
    void who_has_finished_or_left_completes_nothing_more() {
        tool.work();
        tool.hooks.clear();
        tool.classroom.finish("101");
        tool.classroom.finish("101");
        tool.classroom.completeLesson("101");
        tool.classroom.leave("102");
        tool.classroom.completeLesson("102");
        tool.classroom.completeLesson("nobody");
        tool.classroom.enrol();
        tool.work();
        assertThat(tool.hooks).extracting(h -> type(h.body())).containsExactlyInAnyOrder("course.finished",
                "enrolment.deleted", "enrolment.created");
        assertThat(tool.classroom.people()).hasSize(30).last().extracting(Person::id).isEqualTo("131");
    }

    @Test
    void tests_complaints_refunds_access_and_exams_are_told_of() {
        tool.work();
        tool.hooks.clear();
        tool.classroom.takeTest("101", 45);
        tool.classroom.takeTest("101", 60);
        tool.classroom.complain("102", "视频打不开");
        tool.classroom.askRefund("102", "没时间");
        tool.classroom.refund("102");
        tool.classroom.grantAccess("103", LocalDate.of(2026, 12, 31), 3);
        tool.classroom.grantAccess("103", null, 0);
        tool.classroom.setExam(LocalDate.of(2026, 11, 1));
        tool.classroom.takeTest("nobody", 10);
        tool.work();
        assertThat(tool.hooks).extracting(Tool.Came::body)
                .anySatisfy(b -> assertThat(b).contains("test.taken", "\"score\":45", "\"passed\":false"))
                .anySatisfy(b -> assertThat(b).contains("\"score\":60", "\"passed\":true"))
                .anySatisfy(b -> assertThat(b).contains("complaint.raised", "视频打不开"))
                .anySatisfy(b -> assertThat(b).contains("refund.asked", "没时间"))
                .anySatisfy(b -> assertThat(b).contains("refund.done"))
                .anySatisfy(b -> assertThat(b).contains("\"lessonsLeft\":3", "2026-12-31T16:00:00Z"))
                .anySatisfy(b -> assertThat(b).contains("\"lessonsLeft\":0").doesNotContain("until"))
                .anySatisfy(b -> assertThat(b).contains("exam.set", "2026-11-01").doesNotContain("\"user\""))
                .hasSize(8);
    }

    private Map<String, Long> types() {
        return tool.hooks.stream().collect(java.util.stream.Collectors.groupingBy(h -> type(h.body()),
                java.util.stream.Collectors.counting()));
    }

    private static String type(String body) {
        try {
            return String.valueOf(JSONObjectUtils.parse(body).get("type"));
        } catch (java.text.ParseException e) {
            throw new AssertionError(e);
        }
    }
}
