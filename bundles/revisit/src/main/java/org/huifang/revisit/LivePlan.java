// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.revisit.PastSteps;
import org.huifang.api.revisit.PlannedStep;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it holds.
 *
 * @param introduced since when a version of the plan has each step: who joined before, and whose time for the step was
 *            over by then, is treated as {@code past} says
 */
record LivePlan(UUID plan, int version, @Nullable UUID course, @Nullable String tag, List<PlannedStep> steps,
        Instant published, Map<String, Instant> introduced, PastSteps past) {
    LivePlan {
        steps = List.copyOf(steps);
        introduced = Map.copyOf(introduced);
    }

    Instant introduced(PlannedStep step) {
        return introduced.getOrDefault(step.code(), published);
    }

    /**
     * As it holds for those who came under it later than it was published: what was over by then is skipped, for they were
     * owed it by another plan or by none.
     */
    LivePlan since(@Nullable Instant came) {
        if (came == null) {
            return this;
        }
        Map<String, Instant> from = new HashMap<>();
        steps.forEach(step -> from.put(step.code(), introduced(step).isAfter(came) ? introduced(step) : came));
        return new LivePlan(plan, version, course, tag, steps, published, from,
                came.isAfter(published) ? PastSteps.SKIP : past);
    }

    /** A course and a tag before a course, before a tag, before neither; of several tags the first by name. */
    static Optional<LivePlan> fit(List<LivePlan> plans, UUID course, Set<String> tags) {
        return plans.stream().filter(plan -> plan.fits(course, tags)).max(Comparator.comparing(LivePlan::special)
                .thenComparing(plan -> plan.tag == null ? "" : plan.tag, Comparator.reverseOrder()));
    }

    Optional<PlannedStep> step(String code) {
        return steps.stream().filter(step -> step.code().equals(code)).findFirst();
    }

    private boolean fits(UUID in, Set<String> tags) {
        return (course == null || course.equals(in)) && (tag == null || tags.contains(tag));
    }

    private int special() {
        return (course == null ? 0 : 2) + (tag == null ? 0 : 1);
    }
}
