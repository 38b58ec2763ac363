// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

/** Where an obligation stands. The counts of all states of a step add up to its roster. */
public enum State {
    /** Its time has not come. */
    SCHEDULED,
    /** In the queue, or the questionnaire is open. */
    DUE,
    /** As due, and later than promised. */
    OVERDUE, DONE,
    /** The learner does not want this contact. */
    DECLINED,
    /** Nothing is owed any more; the reason stands beside it. */
    EXEMPT,
    /** Every attempt the plan allows was made. */
    UNREACHABLE;

    /** True while something is still owed. */
    public boolean open() {
        return this == SCHEDULED || this == DUE || this == OVERDUE;
    }
}
