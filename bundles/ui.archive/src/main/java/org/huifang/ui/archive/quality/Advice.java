// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive.quality;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.huifang.api.archive.FieldPolicy;
import org.huifang.api.archive.FieldPolicy.Need;
import org.huifang.api.archive.FieldQuality;
import org.huifang.api.archive.Scorecard;
import org.huifang.api.evaluation.Estimate;

/**
 * A problem that the numbers show, and what to do about it. What rests on a sample is said only when its interval bears
 * it.
 */
sealed interface Advice {
    /** The required field that lacks in the most files. */
    record Missing(FieldPolicy policy, long files, long of) implements Advice {}

    /** The field of which the most values are out of date. */
    record OutOfDate(FieldPolicy policy, long values, long of) implements Advice {}

    /** The field on which sources disagree in the most files. */
    record Disagreeing(FieldPolicy policy, long values) implements Advice {}

    /** A field of which fewer than nine in ten values are right, whatever the sample's luck. */
    record Wrong(String field, Estimate accuracy) implements Advice {}

    /** Too little has been checked to tell. */
    record CheckMore() implements Advice {}

    /** Files that nobody keeps. */
    record Unkept(long files, long of) implements Advice {}

    /** What happens is on record late. */
    record Late(Duration lag) implements Advice {}

    /** Nothing to say. */
    record None() implements Advice {}

    /** A roster is polled every quarter of an hour; later than that is late. */
    Duration IN_TIME = Duration.ofMinutes(15);

    static List<Advice> of(Scorecard card) {
        var advice = new ArrayList<Advice>();
        worst(card, field -> field.policy().need() == Need.REQUIRED ? field.files() - field.filled() : 0)
                .ifPresent(f -> advice.add(new Missing(f.policy(), f.files() - f.filled(), f.files())));
        worst(card, field -> field.filled() - field.inTime()).ifPresent(
                f -> advice.add(new OutOfDate(f.policy(), f.filled() - f.inTime(), f.filled())));
        worst(card, FieldQuality::conflicts)
                .ifPresent(f -> advice.add(new Disagreeing(f.policy(), f.conflicts())));
        card.fields().forEach(field -> {
            var accuracy = Estimate.Share.wilson(field.right(), field.checked());
            if (Verdict.of(accuracy) == Verdict.NOT_TRUSTED) {
                advice.add(new Wrong(field.policy().field(), accuracy));
            }
        });
        var verdict = Verdict.of(card);
        if (card.files() > 0 && (verdict == Verdict.CANNOT_TELL || verdict == Verdict.UNCHECKED)) {
            advice.add(new CheckMore());
        }
        if (card.kept() < card.files()) {
            advice.add(new Unkept(card.files() - card.kept(), card.files()));
        }
        if (card.lag() != null && card.lag().compareTo(IN_TIME) > 0) {
            advice.add(new Late(card.lag()));
        }
        return advice.isEmpty() ? List.of(new None()) : List.copyOf(advice);
    }

    private static Optional<FieldQuality> worst(Scorecard card, ToLongFunction<FieldQuality> bad) {
        return card.fields().stream().filter(field -> bad.applyAsLong(field) > 0)
                .max(Comparator.comparingLong(bad));
    }
}
