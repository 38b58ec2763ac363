// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computes when steps fall due; a pure function of dates, so that planning again changes nothing. */
record Planning(ZoneId zone) {
    /** A course that does not say how long it lasts is taken to last eight weeks. */
    static final int ASSUMED_DAYS = 56;

    Window window(Step step, Progress learner, CourseDates course) {
        Instant anchor = switch (step.anchor()) {
            case START -> start(learner, course);
            case HALF -> half(learner, course);
            case END -> learner.finished() != null ? learner.finished() : end(learner, course);
        };
        return new Window(days(anchor, step.opensAfter()), days(anchor, step.dueAfter()));
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
