// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.evaluation;

import java.util.List;

/**
 * What measures are computed from: the counts of one step of the plan, in one course or in all.
 *
 * @param fellDue obligations that entered the queue and are not exempt
 * @param done of these, settled by a completed contact or answer
 * @param deadlinePassed obligations done, or not done and past their due time; exempt ones left out
 * @param doneInTime of these, done by their due time
 * @param exempt left out of all others
 * @param satisfaction how many answered 1, 2, 3, 4, 5; empty where the step does not ask, and in a {@link Reading} while
 * they are too few to be shown
 * @param recommendation how many answered 0, 1, ... 10; empty likewise
 */
public record Counts(String step, long fellDue, long done, long deadlinePassed, long doneInTime, long exempt,
        List<Long> satisfaction, List<Long> recommendation) {
    public Counts {
        satisfaction = List.copyOf(satisfaction);
        recommendation = List.copyOf(recommendation);
    }
}
