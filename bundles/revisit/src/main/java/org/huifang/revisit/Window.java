// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Instant;
import org.huifang.api.revisit.Obligation;

/** When a step enters the queue, and until when it is to be settled. */
record Window(Instant opens, Instant due) {
    /** What it counts from has not happened. */
    static final Window UNKNOWN = new Window(Obligation.UNKNOWN, Obligation.UNKNOWN);

    boolean known() {
        return opens.isBefore(Obligation.UNKNOWN);
    }
}
