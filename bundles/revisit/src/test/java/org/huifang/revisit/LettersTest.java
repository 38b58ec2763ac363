// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.revisit.School.TENANT;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.archive.Reach;
import org.huifang.api.channel.Message;
import org.huifang.api.consent.Policies;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.Planned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LettersTest {
    private final School school = new School();
    private School.Learner li;

    @BeforeEach
    void a_learner_joins_a_course() {
        li = school.enrol("Li");
        school.describe(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 4, 5));
    }

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void a_school_that_has_said_no_name_speaks_for_the_course() {
        assertThat(notice("en").subject()).isEqualTo("We would like to call you: Course");
        assertThat(notice("en").text()).contains("we would like to contact you about “Course”",
                "the learner service of your course");
        assertThat(notice("zh-Hans").subject()).isEqualTo("回访预告：Course");
        assertThat(notice("zh-Hans").text()).contains("我们想就“Course”与您联系", "您所在课程的学员服务");
        assertThat(invitation("en").text()).contains("how is “Course” for you so far?");
    }

    @Test
    void a_notice_and_an_invitation_say_first_who_writes() {
        named("晨光学校");
        for (String language : List.of("zh-Hans", "zh-Hant", "en")) {
            assertThat(List.of(notice(language), invitation(language))).allSatisfy(letter -> {
                assertThat(letter.subject()).contains("晨光学校", "Course");
                assertThat(letter.text().split("\n\n")[1]).contains("晨光学校", "Course");
                assertThat(letter.text().lines().reduce("", (before, line) -> line)).contains("晨光学校");
            });
        }
        assertThat(notice("zh-Hans").text()).contains("我们是晨光学校，想就“Course”与您联系").doesNotContain("您所在课程的");
        named("Morning {0} Light");
        assertThat(notice("en").subject()).isEqualTo("Morning {0} Light would like to call you: Course");
        assertThat(notice("en").text()).contains("\n\nMorning {0} Light would like to contact you about “Course”")
                .doesNotContain("of your course");
    }

    @Test
    void the_name_is_the_one_that_the_school_has_on_the_day_of_the_contact() {
        school.policies.set(TENANT, Policies.SCHOOL_NAME, "Old", LocalDate.of(2026, 1, 1), "the board");
        school.policies.set(TENANT, Policies.SCHOOL_NAME, "New", LocalDate.of(2026, 3, 3), "the board");
        assertThat(notice("en").subject()).startsWith("New would like");
    }

    private void named(String name) {
        school.policies.set(TENANT, Policies.SCHOOL_NAME, name, LocalDate.of(2026, 1, 1), "the board");
    }

    private Message notice(String language) {
        return school.letters.notice(contact("phone"), reach(language), "email", "li@example.org", "token");
    }

    private Message invitation(String language) {
        return school.letters.invitation(contact("email"), reach(language), "email", "li@example.org", List.of("s"));
    }

    /** Tomorrow. */
    private Announced contact(String channel) {
        var tomorrow = school.now.plus(Duration.ofDays(1));
        var owed = new Owed(TENANT, UUID.randomUUID(), li.id(), li.course(), "first", 0, Kind.CALL, Origin.PLAN, "",
                null, 5, true, null, School.AGENT, Owed.Standing.scheduled(new Window(school.now, tomorrow)));
        return new Announced(TENANT, UUID.randomUUID(), li.id(), channel, tomorrow, Planned.Notified.NOT_YET, false,
                List.of(owed));
    }

    private Reach reach(String language) {
        return new Reach(li.id(), "Li", ZoneId.of("Asia/Shanghai"), language, null, null, Map.of(), Map.of(), null,
                Set.of());
    }
}
