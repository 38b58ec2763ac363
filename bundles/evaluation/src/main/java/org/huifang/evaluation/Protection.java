// SPDX-License-Identifier: Apache-2.0
package org.huifang.evaluation;

import java.util.List;
import java.util.function.LongFunction;
import org.huifang.api.evaluation.Counts;
import org.huifang.api.evaluation.Estimate;

/** Answers of a few are not shown: they could be told apart. */
final class Protection {
    /** Fewer answers than this are not shown. */
    static final int THRESHOLD = 5;

    private Protection() {
    }

    static Estimate shownFromFive(long n, LongFunction<Estimate> estimate) {
        if (n == 0) {
            return new Estimate.Nothing();
        }
        return n < THRESHOLD ? new Estimate.TooFew(n, THRESHOLD) : estimate.apply(n);
    }

    static long sum(List<Long> counts, int from, int to) {
        return counts.subList(Math.min(from, counts.size()), Math.min(to, counts.size())).stream()
                .mapToLong(Long::longValue).sum();
    }

    /** The counts that may be shown beside a measure: a handful of answers would tell who gave them. */
    static Counts shown(Counts counts) {
        return new Counts(counts.step(), counts.fellDue(), counts.done(), counts.deadlinePassed(), counts.doneInTime(),
                counts.exempt(), enough(counts.satisfaction()), enough(counts.recommendation()));
    }

    private static List<Long> enough(List<Long> answers) {
        return sum(answers, 0, answers.size()) < THRESHOLD ? List.of() : answers;
    }
}
