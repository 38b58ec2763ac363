// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.archive.Reach;
import org.huifang.api.calendar.Blackout;
import org.huifang.api.calendar.CalendarDay;
import org.huifang.api.calendar.Cap;
import org.huifang.api.calendar.ContactHours;

/** A school in Shanghai and one of its learners. It is a Monday in September, 9 o'clock; 1 to 7 October are free. */
final class Desk {
    static final UUID MATHS = new UUID(1, 1);
    static final UUID CHINESE = new UUID(1, 2);
    static final UUID MUSIC = new UUID(1, 3);
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    ZoneId zone = SHANGHAI;
    Instant now = at("2026-09-21T09:00");
    String channel = "";
    String hours = "";
    Duration notice = Duration.ZERO;
    final List<Cap> caps = new ArrayList<>();
    final List<Blackout> blackouts = new ArrayList<>();
    final Set<String> tags = new java.util.HashSet<>();
    final Map<String, String> points = new HashMap<>(Map.of("phone", "13800000000", "wechat", "w", "email", "a@b.cn"));
    final Map<String, Reach.Barrier> barriers = new HashMap<>();
    final List<Task> tasks = new ArrayList<>();
    final List<Contact> past = new ArrayList<>();
    final List<Contact> standing = new ArrayList<>();

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    Task call(UUID course, String opens, String due) {
        return owe(course, List.of("phone"), opens, due, false);
    }

    Task owe(UUID course, List<String> on, String opens, String due, boolean told) {
        var task = new Task(new UUID(2, tasks.size()), course, "revisit", on, at(opens), at(due), 10, told);
        tasks.add(task);
        return task;
    }

    void was(String on, String when) {
        past.add(new Contact(new UUID(3, past.size()), on, at(when), List.of(), true));
    }

    Contact told(String on, String when, Task... about) {
        var contact = new Contact(new UUID(4, standing.size()), on, at(when),
                java.util.Arrays.stream(about).map(Task::id).toList(), true);
        standing.add(contact);
        return contact;
    }

    Reach reach() {
        return new Reach(new UUID(5, 5), "小明", zone, "zh-Hans", channel, hours, points, Map.of("revisit", barriers),
                null,
                tags);
    }

    Planner planner() {
        Map<LocalDate, CalendarDay> special = new HashMap<>();
        for (int day = 1; day <= 7; day++) {
            special.put(LocalDate.of(2026, 10, day),
                    new CalendarDay(LocalDate.of(2026, 10, day), "国庆节", List.of(), ""));
        }
        LocalDate worked = LocalDate.of(2026, 9, 27);
        special.put(worked, new CalendarDay(worked, "调休", RandomGiven.spans("09:00-18:00"), ""));
        Map<String, ContactHours> permitted = new HashMap<>();
        for (String on : List.of("phone", "wechat", "email")) {
            permitted.put(on, new ContactHours(on, RandomGiven.spans("08:00-21:00"), RandomGiven.spans("12:00-14:00"),
                    false, special, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), blackouts));
        }
        return new Planner(new Limits(permitted, caps, SHANGHAI, notice));
    }

    PersonPlan plan() {
        return planner().plan(reach(), tasks, past, standing, now);
    }

    /** As {@code phone 2026-09-21T09:00 0,1}: in Shanghai, and which tasks. */
    List<String> contacts() {
        return plan().contacts().stream().map(contact -> contact.channel() + " "
                + LocalDateTime.ofInstant(contact.at(), SHANGHAI) + " " + String.join(",",
                        contact.tasks().stream().map(id -> Long.toString(id.getLeastSignificantBits())).toList()))
                .toList();
    }
}
