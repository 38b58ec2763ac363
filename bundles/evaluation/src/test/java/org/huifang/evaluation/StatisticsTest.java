// SPDX-License-Identifier: Apache-2.0
package org.huifang.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.huifang.api.evaluation.Estimate;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void nine_of_ten_is_90_per_cent_between_60_and_98() {
        assertPercent(Statistics.wilson(9, 10), 60, 98);
    }

    @Test
    void ten_of_ten_is_never_certain() {
        assertPercent(Statistics.wilson(10, 10), 72, 100);
    }

    @Test
    void none_of_ten_mirrors_all_of_ten() {
        assertPercent(Statistics.wilson(0, 10), 0, 28);
    }

    @Test
    void fifty_two_of_fifty_six_is_between_83_and_97() {
        assertPercent(Statistics.wilson(52, 56), 83, 97);
    }

    @Test
    void an_nps_is_computed_from_counts_and_rounded_once() {
        assertThat(Statistics.netPromoter(67, 21, 112).score()).isEqualTo(41);
        assertThat(Statistics.netPromoter(1, 0, 200).score()).as("0.5 away from zero").isEqualTo(1);
        assertThat(Statistics.netPromoter(0, 1, 200).score()).as("and symmetrically").isEqualTo(-1);
        assertThat(Statistics.netPromoter(3, 1, 7).score()).as("28.57, though 43 - 14 is 29").isEqualTo(29);
        assertThat(Statistics.netPromoter(2, 1, 6).score()).as("16.67; 33 - 17 would be 16").isEqualTo(17);
    }

    @Test
    void the_interval_of_an_nps_is_the_adjusted_wald_one() {
        // By hand: n 30, promoters 15, detractors 6: m 33, p 0.477273, d 0.204545, var 0.607438, half 0.265921.
        Estimate.NetPromoter nps = Statistics.netPromoter(15, 6, 30);
        assertThat(nps.low()).isCloseTo(0.68, within(0.01));
        assertThat(nps.high()).isCloseTo(53.86, within(0.01));
    }

    @Test
    void an_interval_never_leaves_the_scale() {
        assertThat(Statistics.netPromoter(5, 0, 5).high()).isLessThanOrEqualTo(100);
        assertThat(Statistics.netPromoter(0, 5, 5).low()).isGreaterThanOrEqualTo(-100);
    }

    @Test
    void at_n_10_the_adjusted_interval_covers_the_truth_about_95_times_in_100_and_the_plain_one_does_not() {
        double adjusted = coverage(n -> n.low(), n -> n.high());
        double plain = coverage(n -> centre(n) - plainHalf(n), n -> centre(n) + plainHalf(n));
        assertThat(adjusted).isBetween(0.93, 0.97);
        assertThat(plain).isLessThan(0.92);
    }

    /** How often samples of 10 from 50 % promoters and 25 % detractors have the true 25 within their interval. */
    private static double coverage(ToDoubleFunction<Estimate.NetPromoter> low,
            ToDoubleFunction<Estimate.NetPromoter> high) {
        Random random = new Random(20_160_405L);
        int hits = 0;
        int tries = 40_000;
        for (int i = 0; i < tries; i++) {
            int promoters = 0;
            int detractors = 0;
            for (int k = 0; k < 10; k++) {
                double u = random.nextDouble();
                promoters += u < 0.5 ? 1 : 0;
                detractors += u >= 0.75 ? 1 : 0;
            }
            Estimate.NetPromoter nps = Statistics.netPromoter(promoters, detractors, 10);
            hits += low.applyAsDouble(nps) <= 25 && 25 <= high.applyAsDouble(nps) ? 1 : 0;
        }
        return (double) hits / tries;
    }

    private static double centre(Estimate.NetPromoter nps) {
        return 100.0 * (nps.promoters() - nps.detractors()) / nps.n();
    }

    private static double plainHalf(Estimate.NetPromoter nps) {
        double p = (double) nps.promoters() / nps.n();
        double d = (double) nps.detractors() / nps.n();
        return 100 * Statistics.Z * Math.sqrt((p + d - (p - d) * (p - d)) / nps.n());
    }

    private static void assertPercent(Estimate.Share share, int low, int high) {
        assertThat(Math.round(100 * share.low())).isEqualTo(low);
        assertThat(Math.round(100 * share.high())).isEqualTo(high);
    }
}
