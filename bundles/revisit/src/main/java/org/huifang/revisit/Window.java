// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Instant;
import org.huifang.api.revisit.Obligation;

/** When a step enters the queue, and until when it is to be settled. */
record Window(Instant opens, Instant due) {
    /** What it counts from has not happened. */
    static final Window UNKNOWN = new Window(Obligation.UNKNOWN, Obligation.UNKNOWN);

    /** As the table keeps it: the middle between two moments may be finer, and would differ from itself when read. */
    Window {
        opens = Place.storable(opens);
        due = Place.storable(due);
    }

    boolean known() {
        return opens.isBefore(Obligation.UNKNOWN);
    }
}
