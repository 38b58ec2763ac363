// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.revisit.planner.Desk.CHINESE;
import static org.huifang.revisit.planner.Desk.MATHS;
import static org.huifang.revisit.planner.Desk.MUSIC;
import static org.huifang.revisit.planner.Desk.at;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.huifang.api.archive.Reach.Barrier;
import org.huifang.api.calendar.Cap;
import org.huifang.api.revisit.Hold;
import org.junit.jupiter.api.Test;

/** What users of like systems complain about; the numbers are those of the list in the requirements. */
class PlannerComplaintsTest {
    private final Desk desk = new Desk();

    @Test
    void complaint_9_nobody_is_contacted_at_night_or_on_a_holiday() {
        desk.now = at("2026-09-30T22:00");
        desk.owe(MATHS, List.of("phone", "wechat", "email"), "2026-09-25T00:00", "2026-10-09T00:00", false);
        assertThat(desk.contacts()).containsExactly("phone 2026-10-08T08:00 0");
    }

    @Test
    void complaint_9_the_frequency_rule_holds_for_all_courses_and_for_notices_and_reminders() {
        desk.caps.add(new Cap(null, null, 3, 7));
        desk.was("email", "2026-09-18T10:00");
        desk.was("wechat", "2026-09-19T10:00");
        desk.owe(MATHS, List.of("email"), "2026-09-21T00:00", "2026-09-22T00:00", false);
        desk.owe(CHINESE, List.of("wechat"), "2026-09-21T00:00", "2026-09-23T00:00", false);
        desk.call(MUSIC, "2026-09-21T00:00", "2026-09-28T00:00");
        assertThat(desk.contacts()).containsExactly("email 2026-09-21T09:00 0", "phone 2026-09-25T10:00 2");
        assertThat(desk.plan().held().values()).containsExactly(new Hold(Hold.Reason.CAP, at("2026-09-27T08:00")));
    }

    @Test
    void complaint_9_what_is_in_the_queue_is_not_tried_after_a_do_not_contact() {
        Task task = desk.call(MATHS, "2026-09-21T00:00", "2026-09-28T00:00");
        desk.told("phone", "2026-09-21T08:45", task);
        assertThat(desk.contacts()).hasSize(1);
        desk.barriers.put("phone", Barrier.DO_NOT_CONTACT);
        assertThat(desk.contacts()).isEmpty();
        assertThat(desk.plan().held()).isEqualTo(Map.of(task.id(), new Hold(Hold.Reason.DO_NOT_CONTACT, null)));
    }

    @Test
    void complaint_10_who_wears_a_tag_is_contacted_less_often_by_one_line_of_data() {
        desk.caps.add(new Cap(null, null, 2, 7));
        desk.caps.add(new Cap(null, "exam-year", 1, 14));
        desk.was("email", "2026-09-17T10:00");
        desk.call(MATHS, "2026-09-21T00:00", "2026-10-10T00:00");
        assertThat(desk.contacts()).containsExactly("phone 2026-09-21T09:00 0");
        desk.tags.add("exam-year");
        assertThat(desk.contacts()).containsExactly("phone 2026-10-08T08:00 0");
    }

    @Test
    void complaint_21_nobody_is_called_at_noon_rest_and_no_call_runs_into_it() {
        desk.call(MATHS, "2026-09-21T00:00", "2026-09-28T00:00");
        for (String now : List.of("11:46", "11:59", "12:00", "13:10", "13:59")) {
            desk.now = at("2026-09-21T" + now);
            assertThat(desk.contacts()).containsExactly("phone 2026-09-21T14:00 0");
        }
        for (int minute = 0; minute < 1_440; minute++) {
            desk.now = at("2026-09-21T00:00").plusSeconds(60L * minute);
            LocalTime time = desk.plan().contacts().getFirst().at().atZone(desk.zone).toLocalTime();
            assertThat(time).isBetween(LocalTime.of(8, 0), LocalTime.of(20, 59));
            assertThat(time.isBefore(LocalTime.NOON) || !time.isBefore(LocalTime.of(14, 0))).isTrue();
        }
    }

    @Test
    void complaint_21_who_refused_is_not_called_for_weeks() {
        desk.barriers.put("phone", Barrier.WITHDRAWN);
        for (int day = 0; day < 28; day++) {
            desk.call(MATHS, "2026-09-21T00:00", "2026-10-30T00:00");
            desk.now = desk.now.plusSeconds(86_400);
            assertThat(desk.contacts()).isEmpty();
            assertThat(desk.plan().held()).hasSize(desk.tasks.size());
        }
    }
}
