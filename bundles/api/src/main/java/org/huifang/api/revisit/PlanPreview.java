// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What publishing a draft would do.
 *
 * @param token to be given to {@link Plans#publish}
 * @param learners on whom the plan would bear
 * @param steps one line for each step of the draft and for each that it drops
 * @param load calls that would open, by day, for the next 28 days, those of other plans among them
 * @param minutes that they take, by day
 * @param someone at most 200 of those for whom something changes
 */
public record PlanPreview(String token, Instant asOf, long learners, List<Line> steps, Map<LocalDate, Integer> load,
        Map<LocalDate, Integer> minutes, List<Changed> someone) {
    public PlanPreview {
        steps = List.copyOf(steps);
        load = Map.copyOf(load);
        minutes = Map.copyOf(minutes);
        someone = List.copyOf(someone);
    }

    /**
     * One step; the counts but the last two add up to what is owed of it.
     *
     * @param added owed only from now on
     * @param moved their times change
     * @param unchanged open ones whose times stay
     * @param settled done, declined or given up before, and left alone
     * @param exempted not owed any more, or exempt from the start because their time is past
     * @param dueAtOnce of all, those that would be in the queue right after publishing and are not there now
     * @param held of all, those that could not be contacted as things stand
     */
    public record Line(String code, String name, long added, long moved, long unchanged, long settled, long exempted,
            long dueAtOnce, long held) {}

    /** @param before null when it is new; after null when it is dropped */
    public record Changed(UUID learner, UUID course, String code,
            @org.jspecify.annotations.Nullable Instant before, @org.jspecify.annotations.Nullable Instant after) {}
}
