// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.calendar.WorkCalendar;
import org.huifang.api.revisit.DayLoad;
import org.huifang.api.staff.Agent;
import org.huifang.api.staff.Staff;
import org.jspecify.annotations.Nullable;

/**
 * What the next days ask, and what the team has. What a day cannot do is carried over to the next one: nobody is dropped,
 * so a shortage that lasts grows.
 */
record Capacity(List<Day> days) {
    /**
     * @param worked whether the school works then
     * @param asked minutes of the contacts planned for this day
     * @param carried minutes left over from the day before
     * @param staff minutes that the team has
     * @param people who work then
     */
    record Day(LocalDate day, boolean worked, long contacts, long asked, long carried, long staff, int people) {
        /** Minutes left over at the end of the day. */
        long left() {
            return Math.max(0, carried + asked - staff);
        }
    }

    Capacity {
        days = List.copyOf(days);
    }

    /** With one person: only what that person answers for, and has. */
    static Capacity of(List<DayLoad> loads, List<Map<UUID, Long>> staff, @Nullable WorkCalendar calendar,
            @Nullable UUID person) {
        List<Day> days = new ArrayList<>();
        long carried = 0;
        for (int i = 0; i < Math.min(loads.size(), staff.size()); i++) {
            DayLoad load = loads.get(i);
            Map<UUID, Long> minutes = person == null ? staff.get(i) : only(staff.get(i), person);
            long asked = person == null ? load.minutes() : load.byOwner().getOrDefault(person, 0L);
            long contacts = person == null ? load.contacts() : -1;
            var day = new Day(load.day(), worked(calendar, load.day()), contacts, asked, carried,
                    minutes.values().stream().mapToLong(Long::longValue).sum(), minutes.size());
            carried = day.left();
            days.add(day);
        }
        return new Capacity(days);
    }

    /**
     * For each of the next days, the minutes of everybody who works then: trained, not absent, on a working day. Of a day
     * that has begun only what is left of its hours counts.
     */
    static List<Map<UUID, Long>> staff(Staff staff, @Nullable WorkCalendar calendar, TenantId tenant, LocalDate first,
            int days, Instant now) {
        List<Map<UUID, Long>> all = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            LocalDate day = first.plusDays(i);
            Map<UUID, Long> minutes = new HashMap<>();
            if (worked(calendar, day)) {
                for (Agent agent : staff.agents(tenant, day)) {
                    if (agent.minutes(day) > 0) {
                        minutes.put(agent.account(), left(calendar, day, now, agent.minutes(day)));
                    }
                }
            }
            all.add(minutes);
        }
        return all;
    }

    /** In proportion to the hours of the day that are still to come; all of them where nobody set any. */
    static long left(@Nullable WorkCalendar calendar, LocalDate day, Instant now, long minutes) {
        if (calendar == null) {
            return minutes;
        }
        Instant begin = day.atStartOfDay(calendar.zone()).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
        long whole = calendar.between(begin, end).toMinutes();
        return whole == 0 || !now.isAfter(begin)
                ? minutes
                : minutes * calendar.between(now, end).toMinutes() / whole;
    }

    /** The first working day at whose end something is left over. */
    Optional<Day> shortage() {
        return days.stream().filter(day -> day.worked() && day.left() > 0).findFirst();
    }

    /** By weeks from Monday; the first and the last may be shorter. */
    List<List<Day>> weeks() {
        List<List<Day>> weeks = new ArrayList<>();
        for (Day day : days) {
            if (weeks.isEmpty() || day.day().getDayOfWeek() == DayOfWeek.MONDAY) {
                weeks.add(new ArrayList<>());
            }
            weeks.getLast().add(day);
        }
        return weeks;
    }

    private static Map<UUID, Long> only(Map<UUID, Long> minutes, UUID person) {
        Long own = minutes.get(person);
        return own == null ? Map.of() : Map.of(person, own);
    }

    /** Without a calendar, Monday to Friday. */
    private static boolean worked(@Nullable WorkCalendar calendar, LocalDate day) {
        return calendar == null ? day.getDayOfWeek().getValue() <= 5 : calendar.works(day);
    }
}
