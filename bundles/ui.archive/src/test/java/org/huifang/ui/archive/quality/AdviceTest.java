// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.huifang.api.archive.FieldPolicy;
import org.huifang.api.archive.FieldPolicy.Need;
import org.huifang.api.archive.FieldQuality;
import org.huifang.api.archive.Scorecard;
import org.huifang.api.evaluation.Estimate;
import org.junit.jupiter.api.Test;

class AdviceTest {
    private static final FieldPolicy GOAL = new FieldPolicy("goal", Need.REQUIRED, 365, 1);
    private static final FieldPolicy PHONE = new FieldPolicy("phone", Need.USEFUL, 365, 2);

    private static Scorecard card(long kept, FieldQuality... fields) {
        return new Scorecard(Instant.EPOCH, 1, 100, kept, List.of(fields), Duration.ofSeconds(2));
    }

    private static FieldQuality field(FieldPolicy policy, long filled, long checked, long right) {
        return new FieldQuality(policy, 100, filled, filled, 0, filled, checked, right);
    }

    @Test
    void files_are_trusted_or_not_only_when_the_whole_interval_says_so() {
        assertThat(Verdict.of(Estimate.Share.wilson(0, 0))).isEqualTo(Verdict.UNCHECKED);
        assertThat(Verdict.of(Estimate.Share.wilson(10, 10))).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(Verdict.of(Estimate.Share.wilson(96, 100))).isEqualTo(Verdict.TRUSTED);
        assertThat(Verdict.of(Estimate.Share.wilson(70, 100))).isEqualTo(Verdict.NOT_TRUSTED);
    }

    @Test
    void a_field_is_called_wrong_only_when_its_interval_bears_it() {
        assertThat(Advice.of(card(100, field(PHONE, 100, 3, 1), field(GOAL, 100, 100, 98))))
                .noneMatch(Advice.Wrong.class::isInstance);
        assertThat(Advice.of(card(100, field(PHONE, 100, 40, 20), field(GOAL, 100, 100, 98))))
                .anySatisfy(advice -> assertThat(advice).isInstanceOfSatisfying(Advice.Wrong.class,
                        wrong -> assertThat(wrong.field()).isEqualTo("phone")));
    }

    @Test
    void what_lacks_is_a_problem_only_where_it_is_required() {
        assertThat(Advice.of(card(90, field(GOAL, 60, 50, 50), field(PHONE, 10, 50, 50)))).containsExactly(
                new Advice.Missing(GOAL, 40, 100), new Advice.Unkept(10, 100));
    }

    @Test
    void without_a_problem_there_is_no_advice() {
        assertThat(Advice.of(card(100, field(GOAL, 100, 100, 99)))).containsExactly(new Advice.None());
    }
}
