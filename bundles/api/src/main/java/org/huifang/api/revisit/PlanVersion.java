// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plan. Live versions never change.
 *
 * @param plan the same for all versions
 * @param version counts from 1
 * @param course for learners of this course only, or null
 * @param tag for learners who wear this tag only (the customer type), or null; of several plans that fit, one for the
 *            course and the tag stands before one for the course, before one for the tag, before one for all
 * @param published since when it holds, or null
 * @param by whoever published it, or null
 * @param note why, in a line
 */
public record PlanVersion(UUID plan, int version, String name, @Nullable UUID course, @Nullable String tag,
        Status status, List<PlannedStep> steps, @Nullable Instant published, @Nullable UUID by, String note) {
    public PlanVersion {
        steps = List.copyOf(steps);
        if (steps.stream().map(PlannedStep::code).distinct().count() < steps.size()) {
            throw new IllegalArgumentException("two steps of a plan have one code");
        }
    }

    /** Where a version stands; of a plan one at most is a draft, and one at most is live. */
    public enum Status {
        DRAFT, LIVE, REPLACED, STOPPED
    }
}
