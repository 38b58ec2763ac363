// SPDX-License-Identifier: Apache-2.0
package org.huifang.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.huifang.api.calendar.Blackout;
import org.huifang.api.calendar.CalendarDay;
import org.huifang.api.calendar.Cap;
import org.huifang.api.calendar.ContactHours;
import org.huifang.api.calendar.Pack;
import org.huifang.api.calendar.Span;
import org.huifang.api.calendar.WorkCalendar;

/** All that holds for one school: what it chose, before what Huifang brings. */
record Snapshot(Pack pack, WorkCalendar work, Set<DayOfWeek> freeDays, List<Cap> caps, List<Blackout> blackouts) {
    private static final List<Span> WHOLE_DAY = Hours.read("00:00-24:00");

    static Snapshot of(Brought brought, Chosen chosen) {
        BroughtPack held = brought.held(chosen.pack());
        Map<DayOfWeek, List<Span>> week = Objects.requireNonNullElse(chosen.week(), brought.week());
        var free = EnumSet.noneOf(DayOfWeek.class);
        List<Span> workingDay = List.of();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Span> hours = week.getOrDefault(day, List.of());
            if (hours.isEmpty()) {
                free.add(day);
            } else if (workingDay.isEmpty()) {
                workingDay = hours;
            }
        }
        SortedMap<LocalDate, CalendarDay> days = held.days().with(workingDay);
        chosen.days().forEach(day -> days.put(day.day(), day));
        return new Snapshot(held.pack(),
                new WorkCalendar(Objects.requireNonNullElse(chosen.zone(), brought.zone()), week, days),
                Set.copyOf(free),
                caps(Objects.requireNonNullElse(chosen.caps(), brought.caps()), held.pack()), chosen.blackouts());
    }

    private static List<Cap> caps(List<Cap> own, Pack pack) {
        var caps = new ArrayList<>(own);
        pack.caps().stream().filter(cap -> !caps.contains(cap)).forEach(caps::add);
        return List.copyOf(caps);
    }

    ContactHours hours(String channel) {
        boolean holidays = Stream.of(channel, Pack.OTHERS).anyMatch(pack.holidays()::contains);
        return new ContactHours(channel, BroughtPack.of(pack.allowed(), channel, WHOLE_DAY),
                BroughtPack.of(pack.rest(), channel, List.of()), holidays, work.days(), freeDays, blackouts);
    }

    List<CalendarDay> days(int year) {
        return work.days().values().stream().filter(day -> day.day().getYear() == year)
                .sorted((a, b) -> a.day().compareTo(b.day())).toList();
    }
}
