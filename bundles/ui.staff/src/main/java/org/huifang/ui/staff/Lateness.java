// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.revisit.DueLoad;

/**
 * Who would be called after their date if nothing changes: the work of the next days, done each day as far as the minutes of
 * that day go, earliest date first, as the queue has it. Of those with the same date each course gets its share, for the queue
 * knows no courses. Earliest date first keeps the longest delay as short as it can be (Jackson's rule).
 */
record Lateness(List<Course> courses) {
    /**
     * Of one course.
     *
     * @param revisits all of the time looked at
     * @param late of them, after their date
     * @param days by which the last is late
     * @param atLeast whether the last is not done in all of the time looked at, so that nobody knows how late it will be
     */
    record Course(UUID id, long revisits, long late, long days, boolean atLeast) {}

    /** While it is counted; parts of a revisit, where a day ends in the midst of those with one date. */
    private static final class Count {
        private double revisits;
        private double late;
        private long days;
        private boolean atLeast;

        /** At the end of what is looked at: late by what is known, and by more. */
        void undone(double n, LocalDate due, LocalDate after) {
            done(n, due, after);
            atLeast |= n > 0 && after.isAfter(due);
        }

        void done(double n, LocalDate due, LocalDate day) {
            if (n > 0 && day.isAfter(due)) {
                late += n;
                days = Math.max(days, ChronoUnit.DAYS.between(due, day));
            }
        }
    }

    /** Those with one date. */
    private static final class Bucket {
        private final Map<Count, Double> revisits = new HashMap<>();
        private double minutes;

        void add(DueLoad work, Count course) {
            revisits.merge(course, (double) work.revisits(), Double::sum);
            minutes += work.minutes();
        }

        /** Takes as much out as there is time for, from each course its share; the minutes that it took. */
        double work(double time, LocalDate due, LocalDate day) {
            double part = minutes <= time ? 1 : time / minutes;
            double took = minutes * part;
            revisits.replaceAll((course, n) -> {
                course.done(n * part, due, day);
                return n * (1 - part);
            });
            minutes -= took;
            return took;
        }
    }

    Lateness {
        courses = List.copyOf(courses);
    }

    static Lateness of(List<DueLoad> work, List<Capacity.Day> days) {
        Map<UUID, Count> counts = new HashMap<>();
        Map<LocalDate, List<DueLoad>> byDay = work.stream().collect(Collectors.groupingBy(DueLoad::day));
        var waiting = new TreeMap<LocalDate, Bucket>();
        for (var day : days) {
            for (DueLoad each : byDay.getOrDefault(day.day(), List.of())) {
                Count course = counts.computeIfAbsent(each.course(), id -> new Count());
                course.revisits += each.revisits();
                waiting.computeIfAbsent(each.due(), due -> new Bucket()).add(each, course);
            }
            double time = day.staff();
            while (!waiting.isEmpty() && (time > 0 || waiting.firstEntry().getValue().minutes == 0)) {
                var first = waiting.firstEntry();
                time -= first.getValue().work(time, first.getKey(), day.day());
                if (first.getValue().minutes > 0) {
                    break;
                }
                waiting.remove(first.getKey());
            }
        }
        if (!days.isEmpty()) {
            // done on the day after at the earliest
            var after = days.getLast().day().plusDays(1);
            waiting.forEach((due, bucket) -> bucket.revisits.forEach((course, n) -> course.undone(n, due, after)));
        }
        var courses = new ArrayList<Course>();
        counts.forEach((id, count) -> courses.add(new Course(id, Math.round(count.revisits), Math.round(count.late),
                count.days, count.atLeast)));
        courses.sort(Comparator.comparingLong(Course::late).thenComparing(Course::revisits).reversed()
                .thenComparing(Course::id));
        return new Lateness(courses);
    }

    long revisits() {
        return courses.stream().mapToLong(Course::revisits).sum();
    }

    long late() {
        return courses.stream().mapToLong(Course::late).sum();
    }

    /** By which the last is late. */
    long days() {
        return courses.stream().mapToLong(Course::days).max().orElse(0);
    }

    boolean atLeast() {
        return courses.stream().anyMatch(Course::atLeast);
    }
}
