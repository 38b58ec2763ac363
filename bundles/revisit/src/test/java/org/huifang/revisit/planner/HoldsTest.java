// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.revisit.planner.Desk.MATHS;
import static org.huifang.revisit.planner.Desk.at;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huifang.api.archive.Reach.Barrier;
import org.huifang.api.calendar.Blackout;
import org.huifang.api.calendar.Cap;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.Hold.Reason;
import org.junit.jupiter.api.Test;

class HoldsTest {
    private final Desk desk = new Desk();

    private Hold only() {
        PersonPlan plan = desk.plan();
        assertThat(plan.contacts()).isEmpty();
        assertThat(plan.held()).hasSize(1);
        return plan.held().values().iterator().next();
    }

    @Test
    void no_permitted_time_of_the_day_before_it_is_due() {
        desk.call(MATHS, "2026-09-21T12:00", "2026-09-21T13:59");
        assertThat(only()).isEqualTo(new Hold(Reason.QUIET_HOURS, at("2026-09-21T14:00")));
    }

    @Test
    void free_days_up_to_the_due_date() {
        desk.call(MATHS, "2026-10-01T00:00", "2026-10-07T23:00");
        assertThat(only()).isEqualTo(new Hold(Reason.BLACKOUT, at("2026-10-08T08:00")));
    }

    @Test
    void a_blackout_up_to_the_due_date() {
        desk.blackouts
                .add(new Blackout(UUID.randomUUID(), "exams", LocalDate.of(2026, 9, 21), LocalDate.of(2026, 9, 22),
                        MATHS));
        desk.call(MATHS, "2026-09-21T00:00", "2026-09-22T23:00");
        assertThat(only()).isEqualTo(new Hold(Reason.BLACKOUT, at("2026-09-23T08:00")));
    }

    @Test
    void contacted_as_often_as_allowed() {
        desk.caps.add(new Cap(null, null, 2, 7));
        desk.was("email", "2026-09-17T10:00");
        desk.was("phone", "2026-09-18T10:00");
        desk.call(MATHS, "2026-09-21T00:00", "2026-09-23T00:00");
        assertThat(only()).isEqualTo(new Hold(Reason.CAP, at("2026-09-24T10:00")));
    }

    @Test
    void none_at_all_is_looked_at_again_when_that_changes() {
        desk.caps.add(new Cap("phone", null, 0, 7));
        desk.call(MATHS, "2026-09-21T00:00", "2026-09-23T00:00");
        assertThat(only()).isEqualTo(new Hold(Reason.CAP, null));
    }

    @Test
    void the_reasons_of_the_person() {
        desk.owe(MATHS, List.of("phone", "wechat"), "2026-09-21T00:00", "2026-09-23T00:00", false);
        desk.barriers.put("wechat", Barrier.NO_CONSENT);
        assertThat(desk.plan().held()).isEmpty();
        for (Barrier barrier : Barrier.values()) {
            desk.barriers.put("phone", barrier);
            assertThat(only()).isEqualTo(new Hold(Reason.valueOf(barrier.name()), null));
        }
    }

    @Test
    void nobody_can_be_reached_on_a_channel_for_which_there_is_no_number_or_that_is_not_used() {
        desk.owe(MATHS, List.of("phone", "sms"), "2026-09-21T00:00", "2026-09-23T00:00", false);
        desk.points.put("phone", " ");
        desk.points.put("sms", "13800000000");
        assertThat(only()).isEqualTo(new Hold(Reason.NO_CONTACT_POINT, null));
        desk.barriers.put("phone", Barrier.DO_NOT_CONTACT);
        assertThat(only().reason()).isEqualTo(Reason.DO_NOT_CONTACT);
    }

    @Test
    void what_is_held_today_is_done_when_it_is_looked_at_again() {
        desk.caps.add(new Cap(null, null, 1, 7));
        desk.was("email", "2026-09-17T10:00");
        desk.call(MATHS, "2026-09-21T00:00", "2026-09-23T00:00");
        desk.now = java.util.Objects.requireNonNull(only().until());
        assertThat(desk.contacts()).containsExactly("phone 2026-09-24T10:00 0");
    }

    @Test
    void it_is_asked_once_more_when_it_is_done() {
        Task task = desk.owe(MATHS, List.of("phone", "email"), "2026-09-21T00:00", "2026-09-28T00:00", false);
        desk.caps.add(new Cap("phone", null, 1, 7));
        desk.was("phone", "2026-09-20T10:00");
        Planner planner = desk.planner();
        assertThat(planner.barrier(desk.reach(), task, "phone", desk.past, desk.now))
                .isEqualTo(new Hold(Reason.CAP, at("2026-09-27T10:00")));
        assertThat(planner.barrier(desk.reach(), task, "wechat", desk.past, desk.now)).isNull();
        assertThat(planner.barrier(desk.reach(), task, "wechat", desk.past, at("2026-09-21T12:30")))
                .isEqualTo(new Hold(Reason.QUIET_HOURS, at("2026-09-21T14:00")));
        assertThat(planner.barrier(desk.reach(), task, "wechat", desk.past, at("2026-09-26T12:30")))
                .isEqualTo(new Hold(Reason.BLACKOUT, at("2026-09-27T08:00")));
        assertThat(planner.barrier(desk.reach(), task, "sms", desk.past, desk.now))
                .isEqualTo(new Hold(Reason.NO_CONTACT_POINT, null));
        desk.barriers.put("wechat", Barrier.WITHDRAWN);
        assertThat(planner.barrier(desk.reach(), task, "wechat", desk.past, desk.now))
                .isEqualTo(new Hold(Reason.WITHDRAWN, null));
    }

    @Test
    void a_notice_that_would_use_up_the_room_of_its_own_call_is_found_out_before_it_is_sent() {
        Task task = desk.call(MATHS, "2026-09-21T00:00", "2026-09-28T00:00");
        desk.caps.add(new Cap(null, null, 1, 7));
        var call = new Contact(UUID.randomUUID(), "phone", at("2026-09-22T10:00"), List.of(task.id()), false);
        assertThat(desk.planner().barrier(desk.reach(), task, "wechat", List.of(call), desk.now)).isNotNull()
                .extracting(Hold::reason).isEqualTo(Reason.CAP);
    }
}
