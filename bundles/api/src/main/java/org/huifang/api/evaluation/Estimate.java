// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.evaluation;

/** A number that never travels alone. Shares are 0 to 1; intervals are 95 %. */
public sealed interface Estimate {
    /** How many observations it rests on. */
    long n();

    /** A share of everybody concerned; a full count has no sampling error, so no interval. */
    record FullCount(long part, long n) implements Estimate {
        public double share() {
            return (double) part / n;
        }
    }

    /** A share of those who answered, with its Wilson interval. */
    record Share(long part, long n, double low, double high) implements Estimate {
        public double share() {
            return (double) part / n;
        }
    }

    /** A net promoter score, -100 to 100, rounded once, with its adjusted-Wald interval. */
    record NetPromoter(long promoters, long detractors, long n, int score, double low, double high)
            implements
                Estimate {}

    /** Fewer than the number under which nothing is shown, to protect learners. */
    record TooFew(long n, int threshold) implements Estimate {}

    /** Nobody to count yet. */
    record Nothing() implements Estimate {
        @Override
        public long n() {
            return 0;
        }
    }
}
