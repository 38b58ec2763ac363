// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * When a school works. An immutable value: counting with it asks nobody.
 *
 * @param week hours of each day of the week, in order and apart from each other; a day that is absent is free
 * @param days those that are otherwise
 */
public record WorkCalendar(ZoneId zone, Map<DayOfWeek, List<Span>> week, Map<LocalDate, CalendarDay> days) {
    private static final int FURTHEST_DAYS = 3_660;

    public WorkCalendar {
        week = week.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, of -> Span.inOrder(of.getValue())));
        days = Map.copyOf(days);
    }

    /** The hours worked on a day, in order; none on a free one. */
    public List<Span> hours(LocalDate day) {
        CalendarDay special = days.get(day);
        return special != null ? special.hours() : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    public boolean works(LocalDate day) {
        return !hours(day).isEmpty();
    }

    public boolean works(Instant at) {
        LocalDate local = at.atZone(zone).toLocalDate();
        // where clocks are set back at midnight, a moment of the day before comes after the first ones of this day
        return within(local, at) || within(local.plusDays(1), at);
    }

    private boolean within(LocalDate day, Instant at) {
        return hours(day).stream()
                .anyMatch(span -> !at.isBefore(at(day, span.from())) && at.isBefore(at(day, span.to())));
    }

    /** Working time from one moment to another: nights, noon rests, holidays do not count; zero when it is not after. */
    public Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = to.atZone(zone).toLocalDate().plusDays(1);
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (Span span : hours(day)) {
                Instant begin = later(at(day, span.from()), from);
                Instant end = earlier(at(day, span.to()), to);
                if (begin.isBefore(end)) {
                    sum = sum.plus(Duration.between(begin, end));
                }
            }
        }
        return sum;
    }

    /**
     * The first moment at which so much working time has passed since another; that moment itself when none has to pass.
     * {@link #between} counts back to the same.
     *
     * @throws IllegalArgumentException when the calendar has not that much work within ten years
     */
    public Instant plus(Instant from, Duration work) {
        if (!work.isPositive()) {
            return from;
        }
        Duration left = work;
        LocalDate first = from.atZone(zone).toLocalDate();
        for (int n = 0; n < FURTHEST_DAYS; n++) {
            LocalDate day = first.plusDays(n);
            for (Span span : hours(day)) {
                Instant begin = later(at(day, span.from()), from);
                Instant end = at(day, span.to());
                if (!begin.isBefore(end)) {
                    continue;
                }
                Duration here = Duration.between(begin, end);
                if (here.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                left = left.minus(here);
            }
        }
        throw new IllegalArgumentException("the calendar has too little working time");
    }

    /**
     * The n-th working day after a day, as "within 3 working days" counts; that day itself for none.
     *
     * @throws IllegalArgumentException when the calendar has not that many working days within ten years
     */
    public LocalDate plusDays(LocalDate from, int workingDays) {
        LocalDate day = from;
        int left = workingDays;
        for (int n = 0; left > 0; n++) {
            if (n == FURTHEST_DAYS) {
                throw new IllegalArgumentException("the calendar has too few working days");
            }
            day = day.plusDays(1);
            if (works(day)) {
                left--;
            }
        }
        return day;
    }

    /**
     * When a clock first shows this time or a later one: a time that a change to summer time skips is the moment of the
     * change, one that comes twice is the first of the two, so spans stay in order and apart.
     */
    private Instant at(LocalDate day, LocalTime time) {
        if (time.equals(LocalTime.MAX)) {
            return day.plusDays(1).atStartOfDay(zone).toInstant();
        }
        var local = day.atTime(time);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap() ? change.getInstant() : local.atZone(zone).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
