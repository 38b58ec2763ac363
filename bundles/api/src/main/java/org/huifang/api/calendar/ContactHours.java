// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When people may be contacted on one channel, by their own clocks. An immutable value: asking it asks nobody.
 *
 * @param allowed parts of the day in which it may be done at all (policy pack)
 * @param rest parts of the day that are spared nevertheless: the noon rest
 * @param holidays whether it may be done on days on which the school's calendar is free
 * @param special days that are not like their day of the week
 * @param freeDays days of the week that are free
 */
public record ContactHours(String channel, List<Span> allowed, List<Span> rest, boolean holidays,
        Map<LocalDate, CalendarDay> special, Set<DayOfWeek> freeDays, List<Blackout> blackouts) {
    private static final int FURTHEST_DAYS = 400;

    /** Why not now. */
    public enum Barrier {
        QUIET_HOURS, REST, HOLIDAY, BLACKOUT
    }

    public ContactHours {
        allowed = List.copyOf(allowed);
        rest = List.copyOf(rest);
        special = Map.copyOf(special);
        freeDays = Set.copyOf(freeDays);
        blackouts = List.copyOf(blackouts);
    }

    /** Why somebody in this zone may not be contacted then about this course; empty when they may. */
    public Optional<Barrier> barrier(Instant at, ZoneId zone, @Nullable UUID course) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        Optional<Barrier> whole = barrier(local.toLocalDate(), course);
        if (whole.isPresent()) {
            return whole;
        }
        if (!holds(allowed, local.toLocalTime())) {
            return Optional.of(Barrier.QUIET_HOURS);
        }
        return holds(rest, local.toLocalTime()) ? Optional.of(Barrier.REST) : Optional.empty();
    }

    /** Why not on this day at all; empty when a part of it may be permitted. */
    private Optional<Barrier> barrier(LocalDate day, @Nullable UUID course) {
        for (Blackout blackout : blackouts) {
            if (blackout.holds(day, course)) {
                return Optional.of(Barrier.BLACKOUT);
            }
        }
        return !holidays && free(day) ? Optional.of(Barrier.HOLIDAY) : Optional.empty();
    }

    private static boolean holds(List<Span> spans, LocalTime time) {
        for (Span span : spans) {
            if (span.holds(time)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The first moment from this one on, and before another, at which it may be done; empty when there is none. It looks
     * no further than 400 days ahead.
     */
    public Optional<Instant> next(Instant from, Instant before, ZoneId zone, @Nullable UUID course) {
        if (!from.isBefore(before)) {
            return Optional.empty();
        }
        if (barrier(from, zone, course).isEmpty()) {
            return Optional.of(from);
        }
        LocalDate first = LocalDate.ofInstant(from, zone);
        for (int n = 0; n < FURTHEST_DAYS; n++) {
            LocalDate day = first.plusDays(n);
            if (!day.atStartOfDay(zone).toInstant().isBefore(before)) {
                return Optional.empty();
            }
            if (barrier(day, course).isPresent()) {
                continue;
            }
            Optional<Instant> start = starts(day, zone).filter(at -> at.isAfter(from) && at.isBefore(before))
                    .filter(at -> barrier(at, zone, course).isEmpty()).findFirst();
            if (start.isPresent()) {
                return start;
            }
        }
        return Optional.empty();
    }

    /**
     * Until when a time that is permitted goes on: the end of a part of the day, the beginning of a rest, midnight at the
     * latest.
     */
    public Instant until(Instant from, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(from, zone);
        Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
        return moments(day, zone, Stream.concat(allowed.stream().map(Span::to), rest.stream().map(Span::from)))
                .filter(at -> at.isAfter(from) && at.isBefore(midnight)).filter(at -> {
                    LocalTime time = LocalTime.ofInstant(at, zone);
                    return !holds(allowed, time) || holds(rest, time);
                }).findFirst().orElse(midnight);
    }

    /** The moments of a day at which a permitted time can begin, in order. */
    private Stream<Instant> starts(LocalDate day, ZoneId zone) {
        return moments(day, zone, Stream.concat(allowed.stream().map(Span::from), rest.stream().map(Span::to)));
    }

    /** When the clock shows these times, and when the day begins or its clock is changed; in order. */
    private static Stream<Instant> moments(LocalDate day, ZoneId zone, Stream<LocalTime> times) {
        ZoneRules rules = zone.getRules();
        Instant midnight = day.atStartOfDay(zone).toInstant();
        ZoneOffsetTransition change = rules.isFixedOffset() ? null : rules.nextTransition(midnight);
        Stream<Instant> changed = change != null
                && !change.getInstant().isAfter(day.plusDays(1).atStartOfDay(zone).toInstant())
                        ? Stream.of(midnight, change.getInstant())
                        : Stream.of(midnight);
        // a time that comes twice is two moments, one that is skipped is the change
        return Stream.concat(changed, times.flatMap(time -> {
            LocalDateTime local = day.atTime(time);
            return rules.getValidOffsets(local).stream().map(local::toInstant);
        })).sorted().distinct();
    }

    private boolean free(LocalDate day) {
        CalendarDay otherwise = special.get(day);
        return otherwise != null ? !otherwise.worked() : freeDays.contains(day.getDayOfWeek());
    }
}
