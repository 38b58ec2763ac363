// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.revisit.Anchor;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.PlannedStep;
import org.jspecify.annotations.Nullable;

/** What can be done to a draft; each gives a new one. */
final class Sketch {
    private static final int CODE = 8;

    private Sketch() {
    }

    static PlanVersion named(PlanVersion draft, String name) {
        return of(draft, name, draft.course(), draft.tag(), draft.steps());
    }

    static PlanVersion scoped(PlanVersion draft, @Nullable UUID course, @Nullable String tag) {
        return of(draft, draft.name(), course, tag, draft.steps());
    }

    /** The step with the same code is replaced. */
    static PlanVersion changed(PlanVersion draft, PlannedStep step) {
        return steps(draft, draft.steps().stream().map(each -> each.code().equals(step.code()) ? step : each).toList());
    }

    /** @param after the code of a step, or "" for the beginning */
    static PlanVersion added(PlanVersion draft, PlannedStep step, String after) {
        var steps = new ArrayList<>(draft.steps());
        steps.add(index(draft, after) + 1, step);
        return steps(draft, steps);
    }

    static PlanVersion removed(PlanVersion draft, String code) {
        return steps(draft, draft.steps().stream().filter(each -> !each.code().equals(code)).toList());
    }

    /** @param by places, negative towards the beginning; beyond an end nothing moves */
    static PlanVersion moved(PlanVersion draft, String code, int by) {
        int from = index(draft, code);
        int to = from + by;
        if (from < 0 || to < 0 || to >= draft.steps().size()) {
            return draft;
        }
        var steps = new ArrayList<>(draft.steps());
        steps.add(to, steps.remove(from));
        return steps(draft, steps);
    }

    static Optional<PlannedStep> step(PlanVersion version, String code) {
        return version.steps().stream().filter(each -> each.code().equals(code)).findFirst();
    }

    static int index(PlanVersion version, String code) {
        return version.steps().stream().map(PlannedStep::code).toList().indexOf(code);
    }

    /** A step of the school's own: a call of five minutes in the first week. Its code is nobody else's. */
    static PlannedStep fresh(String name) {
        return new PlannedStep("s-" + UUID.randomUUID().toString().substring(0, CODE), name, Kind.CALL, Anchor.START, 0,
                0, 7, 5, true);
    }

    private static PlanVersion steps(PlanVersion draft, List<PlannedStep> steps) {
        return of(draft, draft.name(), draft.course(), draft.tag(), steps);
    }

    private static PlanVersion of(PlanVersion draft, String name, @Nullable UUID course, @Nullable String tag,
            List<PlannedStep> steps) {
        return new PlanVersion(draft.plan(), draft.version(), name, course, tag, draft.status(), steps,
                draft.published(), draft.by(), draft.note());
    }
}
