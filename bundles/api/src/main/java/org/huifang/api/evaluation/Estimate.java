// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.evaluation;

/** A number that never travels alone. Shares are 0 to 1; intervals are 95 %. */
public sealed interface Estimate {
    /** How many observations it rests on. */
    long n();

    /** A share of everybody concerned; a full count has no sampling error, so no interval. */
    record FullCount(long part, long n) implements Estimate {
        /** The share, or {@link Nothing} of nobody. */
        public static Estimate of(long part, long n) {
            return n == 0 ? new Nothing() : new FullCount(part, n);
        }

        public double share() {
            return (double) part / n;
        }
    }

    /** A share of those who answered, with its Wilson interval. */
    record Share(long part, long n, double low, double high) implements Estimate {
        /**
         * A share with its Wilson score interval, or {@link Nothing} of nobody: centre {@code (p + z²/2n) / (1 + z²/n)},
         * half width {@code z / (1 + z²/n) · √(p(1-p)/n + z²/4n²)}, z = 1.96. Source: E. B. Wilson, "Probable inference, the
         * law of succession, and statistical inference", JASA 22 (1927), 209-212; recommended for any n by Brown, Cai
         * and DasGupta, Statistical Science 16 (2001), 101-133.
         */
        public static Estimate wilson(long part, long n) {
            if (n == 0) {
                return new Nothing();
            }
            double z = 1.959963984540054;
            double p = (double) part / n;
            double squared = z * z / n;
            double centre = (p + squared / 2) / (1 + squared);
            double half = z / (1 + squared) * Math.sqrt(p * (1 - p) / n + squared / (4.0 * n));
            return new Share(part, n, part == 0 ? 0 : Math.max(0, centre - half),
                    part == n ? 1 : Math.min(1, centre + half));
        }

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
