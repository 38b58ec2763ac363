// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.huifang.api.revisit.PlannedStep;
import org.jspecify.annotations.Nullable;

/** Computes when steps fall due; a pure function of dates, so that planning again changes nothing. */
record Planning(ZoneId zone) {
    /** A course that does not say how long it lasts is taken to last eight weeks. */
    static final int ASSUMED_DAYS = 56;

    /** @return {@link Window#UNKNOWN} while what the step counts from has not happened */
    Window window(PlannedStep step, Progress learner, CourseDates course) {
        Instant anchor = anchor(step, learner, course);
        return anchor == null
                ? Window.UNKNOWN
                : new Window(days(anchor, step.opensAfter()), days(anchor, step.dueAfter()));
    }

    private @Nullable Instant anchor(PlannedStep step, Progress learner, CourseDates course) {
        Signs signs = learner.signs();
        return switch (step.anchor()) {
            case ENROLMENT -> learner.joined();
            case FIRST_ACCESS -> signs.firstAccess();
            case START -> start(learner, course);
            case PROGRESS -> signs.milestones().first(step.value()).orElse(null);
            case HALF -> half(learner, course);
            case END -> learner.finished() != null ? learner.finished() : end(learner, course);
            case EXPIRY -> signs.until();
            case REFUND -> signs.refunded();
            case EXAM -> course.exam() == null ? null : course.exam().atStartOfDay(zone).toInstant();
            // Who never came is inactive since joining.
            case INACTIVITY -> days(latest(start(learner, course), signs.lastActive()), step.value());
        };
    }

    private static Instant latest(Instant a, @Nullable Instant b) {
        return b == null || a.isAfter(b) ? a : b;
    }

    private Instant start(Progress learner, CourseDates course) {
        return later(learner.joined(), course.start());
    }

    /** Who joins after the last day learns at their own pace: such an end says nothing about them. */
    private Instant end(Progress learner, CourseDates course) {
        Instant start = start(learner, course);
        Instant end = course.end() == null ? start : later(start, course.end().plusDays(1));
        return end.isAfter(start) ? end : days(start, ASSUMED_DAYS);
    }

    private Instant half(Progress learner, CourseDates course) {
        Instant start = start(learner, course);
        Instant half = start.plus(Duration.between(start, end(learner, course)).dividedBy(2));
        return Stream.of(half, learner.halfway(), learner.finished()).filter(t -> t != null).min(Instant::compareTo)
                .orElse(half);
    }

    private Instant later(Instant time, @Nullable LocalDate day) {
        if (day == null) {
            return time;
        }
        Instant midnight = day.atStartOfDay(zone).toInstant();
        return midnight.isAfter(time) ? midnight : time;
    }

    /** Days of the calendar, so that a change to summer time moves no hour. */
    private Instant days(Instant time, int days) {
        return time.atZone(zone).plusDays(days).toInstant();
    }
}
