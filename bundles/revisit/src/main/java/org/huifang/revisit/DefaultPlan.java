// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.util.List;
import org.huifang.api.revisit.Anchor;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.PlannedStep;

/** With which a tenant begins (A25 to A27): first within a week of the start, a survey midway, an effect check afterwards. */
final class DefaultPlan {
    static final List<PlannedStep> STEPS = List.of(
            new PlannedStep("first", "", Kind.CALL, Anchor.START, 0, 1, 7, 5, true),
            new PlannedStep("mid", "", Kind.QUESTIONNAIRE, Anchor.HALF, 0, 0, 7, 0, false),
            new PlannedStep("end", "", Kind.CALL, Anchor.END, 0, 7, 21, 8, true));

    private DefaultPlan() {
    }
}
