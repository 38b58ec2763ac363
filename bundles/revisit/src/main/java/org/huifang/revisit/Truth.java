// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.huifang.api.revisit.When;
import org.jspecify.annotations.Nullable;

/** Whether a condition is true of a learner in a course, and when time alone could change that. */
final class Truth {
    private Truth() {
    }

    static boolean of(When when, Place place, Instant now) {
        Signs signs = place.signs();
        return switch (when) {
            case When.All all -> all.parts().stream().allMatch(part -> of(part, place, now));
            case When.Any any -> any.parts().stream().anyMatch(part -> of(part, place, now));
            case When.Not not -> !of(not.part(), place, now);
            case When.Inactive inactive -> place.progress().finished() == null
                    && !now.isBefore(quietSince(place).plus(Duration.ofDays(inactive.days())));
            case When.TestFailed failed -> signs.test() != null && !signs.test().passed();
            case When.ScoreBelow below -> signs.test() != null && signs.test().score() < below.score();
            case When.SatisfactionBelow below -> signs.answer() != null
                    && signs.answer().satisfaction() < below.satisfaction();
            case When.Complained complained -> within(signs.complained(), complained.days(), now);
            case When.RefundAsked asked -> within(signs.refundAsked(), asked.days(), now);
            case When.LessonsLeft left -> signs.lessonsLeft() != null && signs.lessonsLeft() <= left.most();
            case When.ExpiresWithin soon -> signs.until() != null && now.isBefore(signs.until())
                    && !now.isBefore(signs.until().minus(Duration.ofDays(soon.days())));
            case When.Progress progress -> signs.milestones().most() >= progress.least()
                    && signs.milestones().most() <= progress.most();
        };
    }

    /** Whether it is about somebody who does not come any more. */
    static boolean asksForAbsence(When when) {
        return switch (when) {
            case When.All all -> all.parts().stream().anyMatch(Truth::asksForAbsence);
            case When.Any any -> any.parts().stream().anyMatch(Truth::asksForAbsence);
            case When.Inactive inactive -> true;
            default -> false;
        };
    }

    /** The next moment at which it could be otherwise though nothing happens. */
    static Optional<Instant> next(When when, Place place, Instant now) {
        return moments(when, place).filter(moment -> moment.isAfter(now)).min(Instant::compareTo);
    }

    private static Stream<Instant> moments(When when, Place place) {
        Signs signs = place.signs();
        return switch (when) {
            case When.All all -> all.parts().stream().flatMap(part -> moments(part, place));
            case When.Any any -> any.parts().stream().flatMap(part -> moments(part, place));
            case When.Not not -> moments(not.part(), place);
            case When.Inactive inactive -> Stream.of(quietSince(place).plus(Duration.ofDays(inactive.days())));
            case When.Complained complained -> after(signs.complained(), complained.days());
            case When.RefundAsked asked -> after(signs.refundAsked(), asked.days());
            case When.ExpiresWithin soon -> signs.until() == null
                    ? Stream.empty()
                    : Stream.of(signs.until(), signs.until().minus(Duration.ofDays(soon.days())));
            default -> Stream.empty();
        };
    }

    private static Instant quietSince(Place place) {
        Instant active = place.signs().lastActive();
        return active == null || place.begin().isAfter(active) ? place.begin() : active;
    }

    private static boolean within(@Nullable Instant at, int days, Instant now) {
        return at != null && now.isBefore(at.plus(Duration.ofDays(days)));
    }

    private static Stream<Instant> after(@Nullable Instant at, int days) {
        return Stream.of(at).filter(Objects::nonNull).map(then -> then.plus(Duration.ofDays(days)));
    }
}
