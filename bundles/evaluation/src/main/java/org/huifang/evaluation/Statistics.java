// SPDX-License-Identifier: Apache-2.0
package org.huifang.evaluation;

import org.huifang.api.evaluation.Estimate;

/** The formulas behind the intervals, as pure functions of counts. */
final class Statistics {
    /** The 97.5 % point of the normal distribution: intervals are two-sided, 95 %. */
    static final double Z = 1.959963984540054;

    private Statistics() {
    }

    /** Of at least one; see {@link Estimate.Share#wilson}. */
    static Estimate.Share wilson(long part, long n) {
        return (Estimate.Share) Estimate.Share.wilson(part, n);
    }

    /**
     * A net promoter score from counts, rounded once, half away from zero, with its adjusted-Wald interval: three
     * observations are added, a quarter of each of promoters and detractors to their own count, so
     * {@code m = n + 3, p = (promoters + ¾) / m, d = (detractors + ¾) / m} and the interval is
     * {@code p - d ± z · √((p + d - (p - d)²) / m)}. It is centred on the adjusted score, not on the score itself. Source:
     * J. Sauro and J. R. Lewis, measuringu.com/nps-confidence-intervals, after B. Rocks, "Interval estimation for the
     * 'net promoter score'", The American Statistician 70 (2016), 365-372.
     */
    static Estimate.NetPromoter netPromoter(long promoters, long detractors, long n) {
        double exact = 100.0 * (promoters - detractors) / n;
        double m = n + 3.0;
        double p = (promoters + 0.75) / m;
        double d = (detractors + 0.75) / m;
        double half = Z * Math.sqrt((p + d - (p - d) * (p - d)) / m);
        int score = (int) (Math.signum(exact) * Math.round(Math.abs(exact)));
        return new Estimate.NetPromoter(promoters, detractors, n, score, Math.max(-100, 100 * (p - d - half)),
                Math.min(100, 100 * (p - d + half)));
    }
}
