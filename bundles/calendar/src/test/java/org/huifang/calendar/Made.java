// SPDX-License-Identifier: Apache-2.0
package org.huifang.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.huifang.api.calendar.Blackout;
import org.huifang.api.calendar.CalendarDay;
import org.huifang.api.calendar.ContactHours;
import org.huifang.api.calendar.Span;
import org.huifang.api.calendar.WorkCalendar;
import org.jspecify.annotations.Nullable;

/** Calendars made up at random around a day, the hours at whole minutes. */
record Made(Random random, LocalDate around) {
    static final List<ZoneId> ZONES = List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"),
            ZoneId.of("Asia/Kolkata"), ZoneId.of("Asia/Shanghai"), ZoneId.of("Asia/Beirut"),
            ZoneId.of("Australia/Lord_Howe"));
    static final UUID COURSE = new UUID(0, 101);

    /** Another one each time, or the one that {@code -Dseed=...} names, to see a failure again. */
    static long seed() {
        return Long.getLong("seed", new Random().nextLong());
    }

    ZoneId zone() {
        return ZONES.get(random.nextInt(ZONES.size()));
    }

    /** In order and apart; now and then they touch, begin at midnight or last until the end of the day. */
    List<Span> spans(int most) {
        var minutes = new TreeSet<Integer>();
        int count = random.nextInt(most + 1);
        while (minutes.size() < 2 * count) {
            minutes.add(random.nextInt(10) == 0 ? random.nextBoolean() ? 0 : 1440 : random.nextInt(1441));
        }
        var spans = new ArrayList<Span>();
        var ends = List.copyOf(minutes);
        for (int n = 0; n < ends.size(); n += 2) {
            spans.add(new Span(time(ends.get(n)), time(ends.get(n + 1))));
        }
        return spans;
    }

    private static LocalTime time(int minute) {
        return minute == 1440 ? LocalTime.MAX : LocalTime.MIN.plusMinutes(minute);
    }

    private LocalDate day() {
        return around.plusDays(random.nextInt(12) - 4L);
    }

    Map<LocalDate, CalendarDay> days() {
        var days = new HashMap<LocalDate, CalendarDay>();
        for (int n = random.nextInt(4); n > 0; n--) {
            LocalDate day = day();
            days.put(day, new CalendarDay(day, "day", random.nextBoolean() ? List.of() : spans(2), "made up"));
        }
        return days;
    }

    WorkCalendar work() {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0) {
                week.put(day, spans(3));
            }
        }
        week.put(DayOfWeek.WEDNESDAY, List.of(new Span(LocalTime.of(9, 0), LocalTime.of(17, 0))));
        return new WorkCalendar(zone(), week, days());
    }

    ContactHours contact() {
        Set<DayOfWeek> free = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(4) == 0) {
                free.add(day);
            }
        }
        var blackouts = new ArrayList<Blackout>();
        for (int n = random.nextInt(3); n > 0; n--) {
            LocalDate first = day();
            @Nullable
            UUID course = random.nextBoolean() ? null : COURSE;
            blackouts.add(new Blackout(new UUID(1, n), "exams", first, first.plusDays(random.nextInt(4)), course));
        }
        return new ContactHours("phone", spans(3), spans(2), random.nextBoolean(), days(), free, blackouts);
    }
}
