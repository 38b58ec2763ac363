// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.util.List;
import org.huifang.api.revisit.Kind;

/**
 * A step of the plan.
 *
 * @param opensAfter days from the anchor until it enters the queue
 * @param dueAfter days from the anchor until which it is to be settled
 */
record Step(String code, Kind kind, Anchor anchor, int opensAfter, int dueAfter) {
    /** First within a week of the start, a survey midway, an effect check after the end. */
    static final List<Step> DEFAULT_PLAN = List.of(new Step("first", Kind.CALL, Anchor.START, 1, 7),
            new Step("mid", Kind.QUESTIONNAIRE, Anchor.HALF, 0, 7), new Step("end", Kind.CALL, Anchor.END, 7, 21));

    Step {
        if (opensAfter < 0 || dueAfter < opensAfter) {
            throw new IllegalArgumentException("a step opens on or after its anchor and is due after it opens");
        }
    }
}
