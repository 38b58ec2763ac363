// SPDX-License-Identifier: Apache-2.0
package org.huifang.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huifang.api.evaluation.Counts;
import org.huifang.api.evaluation.Estimate;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final List<Long> NOBODY = List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);

    @Test
    void coverage_is_a_full_count_of_those_for_whom_it_fell_due() {
        assertThat(new Coverage().of(counts(30, 27, 20, 18))).isEqualTo(new Estimate.FullCount(27, 30));
        assertThat(new Coverage().of(counts(0, 0, 0, 0))).isEqualTo(new Estimate.Nothing());
    }

    @Test
    void punctuality_leaves_out_what_may_still_be_done_in_time() {
        assertThat(new Punctuality().of(counts(30, 18, 20, 18))).isEqualTo(new Estimate.FullCount(18, 20));
        assertThat(new Punctuality().of(counts(30, 0, 0, 0))).isEqualTo(new Estimate.Nothing());
    }

    @Test
    void satisfaction_counts_fours_and_fives() {
        Counts counts = answers(List.of(1L, 0L, 0L, 4L, 5L), NOBODY);
        assertThat(new Satisfaction().of(counts)).isEqualTo(Statistics.wilson(9, 10));
    }

    @Test
    void fewer_than_five_answers_are_not_shown() {
        assertThat(new Satisfaction().of(answers(List.of(0L, 0L, 1L, 1L, 2L), NOBODY)))
                .isEqualTo(new Estimate.TooFew(4, 5));
        assertThat(new Recommendation().of(answers(List.of(), List.of(0L, 0L, 0L, 0L, 0L, 0L, 1L, 0L, 0L, 1L, 2L))))
                .isEqualTo(new Estimate.TooFew(4, 5));
        assertThat(new Recommendation().of(answers(List.of(), NOBODY))).isEqualTo(new Estimate.Nothing());
    }

    @Test
    void recommendation_takes_nine_and_ten_for_promoters_and_up_to_six_for_detractors() {
        Counts counts = answers(List.of(), List.of(1L, 0L, 0L, 0L, 0L, 0L, 1L, 5L, 5L, 3L, 5L));
        assertThat(new Recommendation().of(counts)).isEqualTo(Statistics.netPromoter(8, 2, 20));
    }

    @Test
    void answers_are_measured_only_where_a_step_asks_for_them() {
        assertThat(new Satisfaction().appliesTo(counts(1, 1, 1, 1))).isFalse();
        assertThat(new Recommendation().appliesTo(answers(List.of(), NOBODY))).isTrue();
    }

    private static Counts counts(long fellDue, long done, long deadlinePassed, long doneInTime) {
        return new Counts("first", fellDue, done, deadlinePassed, doneInTime, 0, List.of(), List.of());
    }

    private static Counts answers(List<Long> satisfaction, List<Long> recommendation) {
        return new Counts("mid", 0, 0, 0, 0, 0, satisfaction, recommendation);
    }
}
