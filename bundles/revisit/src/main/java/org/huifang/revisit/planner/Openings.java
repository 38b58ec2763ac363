// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.huifang.api.calendar.CalendarDay;
import org.huifang.api.calendar.ContactHours;
import org.huifang.api.calendar.Span;
import org.jspecify.annotations.Nullable;

/**
 * The permitted times of {@link ContactHours} in one zone, written out as stretches: worked out once for a part of the
 * years, then looked up for everybody. Thread-safe.
 */
final class Openings {
    private static final int DAYS = 128;
    private static final long PART = DAYS * Micros.DAY;

    private final ContactHours hours;
    private final ZoneRules rules;
    private final @Nullable UUID course;
    /** Of a day that is not free, in microseconds: begin, end, begin, end. */
    private final long[] spans;
    /** Begin, end, begin, end, ascending, by part of the years. */
    private final ConcurrentMap<Long, long[]> parts = new ConcurrentHashMap<>();

    Openings(ContactHours hours, ZoneId zone, @Nullable UUID course) {
        this.hours = hours;
        this.rules = zone.getRules();
        this.course = course;
        this.spans = spans(hours);
    }

    boolean hold(long at) {
        return next(at, at) == at;
    }

    /** The first permitted moment from one to another, both included. */
    long next(long from, long last) {
        long at = from;
        while (at <= last) {
            long part = Math.floorDiv(at, PART);
            long[] stretches = part(part);
            int before = before(stretches, at);
            if (before % 2 == 1) {
                return at;
            }
            if (before < stretches.length) {
                return stretches[before] <= last ? stretches[before] : Micros.NEVER;
            }
            at = (part + 1) * PART;
        }
        return Micros.NEVER;
    }

    /** Until when it is permitted without a break, if it is so at that moment. */
    long end(long from) {
        long at = from;
        while (true) {
            long part = Math.floorDiv(at, PART);
            long[] stretches = part(part);
            int before = before(stretches, at);
            if (before % 2 == 0) {
                return at;
            }
            if (stretches[before] < (part + 1) * PART || stretches[before] > from + Micros.DAY) {
                return stretches[before];
            }
            at = stretches[before];
        }
    }

    /** How many borders lie before a moment or on it: an odd number within a stretch. */
    private static int before(long[] stretches, long at) {
        int found = Arrays.binarySearch(stretches, at);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private long[] part(long part) {
        long[] known = parts.get(part);
        return known != null ? known : parts.computeIfAbsent(part, this::work);
    }

    /** Goes from one change of the clocks to the next: in between local time and time go alike. */
    private long[] work(long part) {
        var borders = new Borders();
        long end = (part + 1) * PART;
        long at = part * PART;
        while (at < end) {
            Instant begin = Micros.instant(at);
            long offset = rules.getOffset(begin).getTotalSeconds() * Micros.SECOND;
            ZoneOffsetTransition change = rules.nextTransition(begin);
            long until = change == null ? end : Math.min(end, Micros.floor(change.getInstant()));
            for (long day = Math.floorDiv(at + offset, Micros.DAY); day * Micros.DAY - offset < until; day++) {
                if (!free(LocalDate.ofEpochDay(day))) {
                    for (int n = 0; n < spans.length; n += 2) {
                        long midnight = day * Micros.DAY - offset;
                        borders.add(Math.max(at, midnight + spans[n]), Math.min(until, midnight + spans[n + 1]));
                    }
                }
            }
            at = until;
        }
        return borders.array();
    }

    private boolean free(LocalDate day) {
        for (var blackout : hours.blackouts()) {
            if (blackout.holds(day, course)) {
                return true;
            }
        }
        if (hours.holidays()) {
            return false;
        }
        CalendarDay special = hours.special().get(day);
        return special != null ? !special.worked() : hours.freeDays().contains(day.getDayOfWeek());
    }

    private static long[] spans(ContactHours hours) {
        List<LocalTime> times = new ArrayList<>();
        for (List<Span> some : List.of(hours.allowed(), hours.rest())) {
            for (Span span : some) {
                times.add(span.from());
                times.add(span.to());
            }
        }
        times.sort(null);
        var borders = new Borders();
        for (int n = 0; n + 1 < times.size(); n++) {
            LocalTime begin = times.get(n);
            if (hours.allowed().stream().anyMatch(span -> span.holds(begin))
                    && hours.rest().stream().noneMatch(span -> span.holds(begin))) {
                borders.add(micros(begin), micros(times.get(n + 1)));
            }
        }
        return borders.array();
    }

    private static long micros(LocalTime time) {
        return time.equals(LocalTime.MAX) ? Micros.DAY : Math.ceilDiv(time.toNanoOfDay(), 1_000);
    }
}
