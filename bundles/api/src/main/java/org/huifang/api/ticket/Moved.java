// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

import java.util.Set;

/** What became of a move. */
public sealed interface Moved {
    /** It was done. */
    record Done(Ticket ticket) implements Moved {}

    /** Nothing was changed, for all of these reasons. */
    record Refused(Set<Reason> reasons) implements Moved {
        public Refused {
            reasons = Set.copyOf(reasons);
        }
    }

    /** Why not; views have a sentence for each. */
    enum Reason {
        UNKNOWN, CAUSE_MISSING, ACTION_MISSING, CONFIRMATION_MISSING, ANSWER_MISSING, TEXT_MISSING, NOT_IN_THIS_STATE, CHANGED_MEANWHILE
    }
}
