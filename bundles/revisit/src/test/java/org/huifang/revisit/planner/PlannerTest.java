// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.revisit.planner.Desk.CHINESE;
import static org.huifang.revisit.planner.Desk.MATHS;
import static org.huifang.revisit.planner.Desk.MUSIC;
import static org.huifang.revisit.planner.Desk.at;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.huifang.api.calendar.Blackout;
import org.huifang.api.calendar.Cap;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private final Desk desk = new Desk();

    @Test
    void what_three_courses_want_is_one_call_on_the_first_day_that_is_in_the_time_of_all() {
        desk.call(MATHS, "2026-09-21T00:00", "2026-09-28T00:00");
        desk.call(CHINESE, "2026-09-23T00:00", "2026-09-30T00:00");
        desk.owe(MUSIC, List.of("wechat", "phone"), "2026-09-18T00:00", "2026-09-24T00:00", false);
        assertThat(desk.contacts()).containsExactly("phone 2026-09-23T08:00 2,0,1");
    }

    @Test
    void a_call_is_not_made_a_message_only_because_another_message_is_sent() {
        desk.owe(MATHS, List.of("phone", "wechat"), "2026-09-21T00:00", "2026-09-28T00:00", false);
        desk.owe(CHINESE, List.of("wechat", "email"), "2026-09-21T00:00", "2026-09-28T00:00", false);
        assertThat(desk.contacts()).containsExactly("phone 2026-09-21T09:00 0", "wechat 2026-09-21T09:00 1");
        desk.channel = "wechat";
        assertThat(desk.contacts()).as("liked best").containsExactly("wechat 2026-09-21T09:00 0,1");
        desk.channel = "";
        desk.caps.add(new Cap(null, null, 1, 7));
        assertThat(desk.contacts()).as("room for one").containsExactly("wechat 2026-09-21T09:00 0,1");
    }

    @Test
    void what_has_no_moment_in_common_takes_as_few_contacts_as_will_do() {
        desk.call(MATHS, "2026-09-21T00:00", "2026-09-23T00:00");
        desk.call(CHINESE, "2026-09-22T00:00", "2026-09-25T00:00");
        desk.call(MUSIC, "2026-09-24T00:00", "2026-09-29T00:00");
        assertThat(desk.contacts()).hasSize(2);
    }

    @Test
    void the_channel_and_the_hours_that_the_person_likes_are_taken_when_nothing_is_lost_by_it() {
        desk.channel = "wechat";
        desk.hours = "19:00-21:00";
        desk.owe(MATHS, List.of("phone", "wechat"), "2026-09-21T00:00", "2026-09-28T00:00", false);
        assertThat(desk.contacts()).containsExactly("wechat 2026-09-21T09:00 0");
        desk.channel = "phone";
        assertThat(desk.contacts()).containsExactly("phone 2026-09-21T19:00 0");
    }

    @Test
    void a_liked_channel_or_hour_does_not_cost_a_contact() {
        desk.channel = "wechat";
        desk.hours = "19:00-21:00";
        desk.owe(MATHS, List.of("phone", "wechat"), "2026-09-21T00:00", "2026-09-21T18:00", false);
        desk.call(CHINESE, "2026-09-21T00:00", "2026-09-28T00:00");
        assertThat(desk.contacts()).containsExactly("phone 2026-09-21T09:00 0,1");
    }

    @Test
    void hours_that_nobody_understands_or_that_are_never_permitted_stop_nothing() {
        desk.call(MATHS, "2026-09-21T00:00", "2026-09-28T00:00");
        for (String hours : List.of("evenings", "22:00-23:00", "22:00-02:00", "-", "25:00-26:00", "09:00-09:00")) {
            desk.hours = hours;
            assertThat(desk.contacts()).containsExactly("phone 2026-09-21T09:00 0");
        }
    }

    @Test
    void a_call_begins_on_a_whole_quarter_of_an_hour_and_a_message_goes_at_once() {
        desk.now = at("2026-09-21T09:01:17");
        desk.call(MATHS, "2026-09-21T00:00", "2026-09-28T00:00");
        assertThat(desk.contacts()).containsExactly("phone 2026-09-21T09:15 0");
        desk.tasks.clear();
        desk.owe(MATHS, List.of("email"), "2026-09-21T00:00", "2026-09-28T00:00", false);
        assertThat(desk.contacts()).containsExactly("email 2026-09-21T09:01:17 0");
    }

    @Test
    void a_call_that_is_due_before_the_quarter_is_over_is_made_now() {
        desk.now = at("2026-09-21T09:01");
        desk.call(MATHS, "2026-09-21T00:00", "2026-09-21T09:10");
        assertThat(desk.contacts()).containsExactly("phone 2026-09-21T09:01 0");
    }

    @Test
    void a_call_leaves_time_for_its_notice_unless_it_is_due_before() {
        desk.notice = Duration.ofHours(24);
        desk.owe(MATHS, List.of("phone"), "2026-09-21T00:00", "2026-09-28T00:00", true);
        assertThat(desk.contacts()).containsExactly("phone 2026-09-22T09:00 0");
        desk.owe(CHINESE, List.of("phone"), "2026-09-21T00:00", "2026-09-21T18:00", true);
        assertThat(desk.contacts()).containsExactly("phone 2026-09-21T09:00 1", "phone 2026-09-22T09:00 0");
    }

    @Test
    void a_call_that_waits_for_its_notice_is_not_put_off_by_every_planning() {
        desk.notice = Duration.ofHours(24);
        Task task = desk.owe(MATHS, List.of("phone"), "2026-09-21T00:00", "2026-09-28T00:00", true);
        UUID id = new UUID(8, 8);
        desk.standing.add(new Contact(id, "phone", at("2026-09-22T09:00"), List.of(task.id()), false));
        desk.now = at("2026-09-21T09:20");
        assertThat(desk.plan().contacts())
                .containsExactly(new Contact(id, "phone", at("2026-09-22T09:00"), List.of(task.id()), false));
        desk.now = at("2026-09-22T09:40");
        assertThat(desk.plan().contacts()).as("its time has come, and it is in the queue")
                .containsExactly(new Contact(id, "phone", at("2026-09-22T09:00"), List.of(task.id()), false));
    }

    @Test
    void what_was_announced_stays_and_others_join_it() {
        Task first = desk.call(MATHS, "2026-09-21T00:00", "2026-09-28T00:00");
        Contact told = desk.told("phone", "2026-09-24T10:40", first, new Task(UUID.randomUUID(), MUSIC, "revisit",
                List.of("phone"), desk.now, desk.now, 5, true));
        Task second = desk.owe(CHINESE, List.of("wechat", "phone"), "2026-09-21T00:00", "2026-09-30T00:00", false);
        assertThat(desk.plan().contacts()).containsExactly(
                new Contact(told.id(), "phone", told.at(), List.of(first.id(), second.id()), true));
    }

    @Test
    void what_was_announced_comes_before_what_is_in_the_queue() {
        desk.caps.add(new Cap(null, null, 1, 7));
        Task first = desk.call(MATHS, "2026-09-18T00:00", "2026-09-22T00:00");
        Task second = desk.call(CHINESE, "2026-09-21T00:00", "2026-09-28T00:00");
        desk.standing.add(new Contact(new UUID(8, 8), "phone", at("2026-09-21T08:30"), List.of(first.id()), false));
        desk.told("phone", "2026-09-24T10:00", second);
        assertThat(desk.contacts()).containsExactly("phone 2026-09-24T10:00 1");
    }

    @Test
    void a_time_and_a_channel_that_the_person_chose_stay_though_they_are_not_those_of_the_task() {
        Task task = desk.call(MATHS, "2026-09-21T00:00", "2026-09-22T00:00");
        Contact chosen = desk.told("wechat", "2026-09-25T18:05", task);
        assertThat(desk.plan().contacts()).containsExactly(chosen);
    }

    @Test
    void what_was_announced_moves_when_it_became_forbidden() {
        Task task = desk.call(MATHS, "2026-09-21T00:00", "2026-09-30T00:00");
        desk.told("phone", "2026-09-22T10:00", task);
        desk.blackouts
                .add(new Blackout(UUID.randomUUID(), "exams", LocalDate.of(2026, 9, 21), LocalDate.of(2026, 9, 23),
                        MATHS));
        assertThat(desk.contacts()).containsExactly("phone 2026-09-24T08:00 0");
    }

    @Test
    void exams_in_one_course_do_not_hold_back_another() {
        desk.blackouts
                .add(new Blackout(UUID.randomUUID(), "exams", LocalDate.of(2026, 9, 21), LocalDate.of(2026, 9, 23),
                        MATHS));
        desk.call(MATHS, "2026-09-21T00:00", "2026-09-30T00:00");
        desk.call(CHINESE, "2026-09-21T00:00", "2026-09-23T00:00");
        assertThat(desk.contacts()).containsExactly("phone 2026-09-21T09:00 1", "phone 2026-09-24T08:00 0");
    }

    @Test
    void what_is_past_its_due_date_is_done_as_soon_as_it_may_be() {
        desk.now = at("2026-09-26T10:00");
        desk.call(MATHS, "2026-09-14T00:00", "2026-09-21T00:00");
        desk.call(CHINESE, "2026-09-30T00:00", "2026-10-10T00:00");
        assertThat(desk.contacts()).as("Saturday is free, Sunday is worked").containsExactly("phone 2026-09-27T08:00 0",
                "phone 2026-09-30T08:00 1");
    }

    @Test
    void a_channel_that_is_full_leaves_the_other() {
        desk.caps.add(new Cap("phone", null, 1, 7));
        desk.was("phone", "2026-09-20T10:00");
        desk.owe(MATHS, List.of("phone", "wechat"), "2026-09-21T00:00", "2026-09-25T00:00", false);
        assertThat(desk.contacts()).containsExactly("wechat 2026-09-21T09:00 0");
    }

    @Test
    void a_contact_is_out_of_the_way_after_exactly_so_many_times_24_hours() {
        desk.caps.add(new Cap(null, null, 1, 7));
        desk.was("email", "2026-09-16T10:30");
        desk.call(MATHS, "2026-09-21T00:00", "2026-09-25T00:00");
        assertThat(desk.contacts()).containsExactly("phone 2026-09-23T10:30 0");
    }

    @Test
    void a_cap_counts_contacts_that_are_announced_for_later() {
        desk.caps.add(new Cap(null, null, 1, 3));
        Task announced = desk.call(MATHS, "2026-09-21T00:00", "2026-10-01T00:00");
        desk.told("phone", "2026-09-24T10:00", announced);
        desk.owe(CHINESE, List.of("email"), "2026-09-22T00:00", "2026-09-30T00:00", false);
        assertThat(desk.contacts()).containsExactly("phone 2026-09-24T10:00 0", "email 2026-09-27T10:00 1");
    }

    @Test
    void a_contact_may_be_exactly_so_long_before_one_that_is_announced() {
        desk.caps.add(new Cap(null, null, 1, 3));
        Task announced = desk.call(MATHS, "2026-09-21T00:00", "2026-10-01T00:00");
        desk.told("phone", "2026-09-24T09:00", announced);
        desk.owe(CHINESE, List.of("email"), "2026-09-21T00:00", "2026-09-22T00:00", false);
        assertThat(desk.contacts()).containsExactly("email 2026-09-21T09:00 1", "phone 2026-09-24T09:00 0");
        desk.now = at("2026-09-21T09:01");
        assertThat(desk.contacts()).containsExactly("phone 2026-09-24T09:00 0");
    }

    @Test
    void a_call_does_not_join_a_message_that_is_announced_while_it_can_be_made() {
        Task first = desk.owe(MATHS, List.of("wechat"), "2026-09-21T00:00", "2026-09-28T00:00", false);
        desk.told("wechat", "2026-09-23T10:00", first);
        desk.owe(CHINESE, List.of("phone", "wechat"), "2026-09-21T00:00", "2026-09-28T00:00", false);
        assertThat(desk.contacts()).containsExactly("phone 2026-09-21T09:00 1", "wechat 2026-09-23T10:00 0");
        desk.points.remove("phone");
        assertThat(desk.contacts()).containsExactly("wechat 2026-09-23T10:00 0,1");
    }

    @Test
    void when_there_is_room_for_one_only_it_is_kept_for_the_contact_in_which_most_is_done() {
        desk.caps.add(new Cap(null, null, 1, 30));
        desk.owe(MATHS, List.of("email"), "2026-09-21T00:00", "2026-09-22T00:00", false);
        desk.call(CHINESE, "2026-09-23T00:00", "2026-09-30T00:00");
        desk.call(MUSIC, "2026-09-24T00:00", "2026-09-30T00:00");
        assertThat(desk.contacts()).containsExactly("phone 2026-09-24T08:00 1,2");
    }

    @Test
    void a_call_is_at_eight_by_the_clock_of_the_person_before_and_after_the_clocks_change() {
        desk.zone = ZoneId.of("Europe/Berlin");
        desk.now = at("2026-10-23T06:00");
        desk.call(MATHS, "2026-10-23T00:00", "2026-10-24T00:00");
        desk.call(CHINESE, "2026-10-26T00:00", "2026-10-28T00:00");
        assertThat(desk.plan().contacts()).extracting(contact -> contact.at().atZone(desk.zone).toString())
                .containsExactly("2026-10-23T08:00+02:00[Europe/Berlin]", "2026-10-26T08:00+01:00[Europe/Berlin]");
    }

    @Test
    void other_times_are_offered_at_which_it_would_be_permitted() {
        Task task = desk.call(MATHS, "2026-09-21T00:00", "2026-09-22T00:00");
        desk.caps.add(new Cap("phone", null, 1, 2));
        desk.was("phone", "2026-09-21T08:30");
        assertThat(desk.planner().times(desk.reach(), List.of(task), "phone", desk.past, at("2026-09-23T07:10"),
                at("2026-09-25T09:00"), Duration.ofHours(3), 5)).containsExactly(at("2026-09-23T08:30"),
                        at("2026-09-23T11:30"), at("2026-09-23T14:30"), at("2026-09-23T17:30"), at("2026-09-23T20:30"));
        desk.barriers.put("wechat", org.huifang.api.archive.Reach.Barrier.WITHDRAWN);
        assertThat(desk.planner().times(desk.reach(), List.of(task), "wechat", List.of(), desk.now,
                at("2026-09-25T09:00"), Duration.ofHours(3), 5)).isEmpty();
    }
}
