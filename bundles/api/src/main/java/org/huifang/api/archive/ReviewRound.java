// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.Instant;
import java.util.UUID;
import org.huifang.api.evaluation.Estimate;

/**
 * Values drawn at random to be held against the learners: every value of a required or useful field is as likely as any
 * other.
 *
 * @param seed the order of the draw is that of {@code md5(seed || ' ' || file || ' ' || field)}
 * @param population how many values there were to draw from
 * @param size how many were drawn
 * @param checked of those, how many were checked as they were drawn
 * @param right of those, the right ones
 * @param changed how many were replaced before anybody checked them; they count neither way
 */
public record ReviewRound(UUID id, long seed, long population, int size, int checked, int right, int changed,
        String author, Instant started) {
    /** How many are still to be checked. */
    public int open() {
        return size - checked - changed;
    }

    /** Right, of those that were checked, with its interval. */
    public Estimate accuracy() {
        return Estimate.Share.wilson(right, checked);
    }
}
