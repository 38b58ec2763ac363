// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive.quality;

import org.huifang.api.archive.Scorecard;
import org.huifang.api.evaluation.Estimate;

/** Whether the files can be trusted: nine of ten values right is the bar, and the interval decides, not the estimate. */
enum Verdict {
    /** Even the lower end of the interval is above the bar. */
    TRUSTED,
    /** Even the upper end is below it. */
    NOT_TRUSTED,
    /** The interval holds the bar, or it rests on a handful. */
    CANNOT_TELL,
    /** Nothing has been checked. */
    UNCHECKED;

    static final double BAR = 0.9;
    private static final int HANDFUL = 5;

    static Verdict of(Scorecard card) {
        return of(card.accuracy());
    }

    static Verdict of(Estimate accuracy) {
        if (!(accuracy instanceof Estimate.Share share)) {
            return UNCHECKED;
        }
        if (share.n() < HANDFUL) {
            return CANNOT_TELL;
        }
        return share.low() >= BAR ? TRUSTED : share.high() < BAR ? NOT_TRUSTED : CANNOT_TELL;
    }
}
