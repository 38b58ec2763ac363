// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

/** Why something is owed. */
public enum Origin {
    /** A step of the plan. */
    PLAN,
    /** Something happened: see {@link Trigger}. */
    TRIGGER,
    /** An agent promised it. */
    PROMISE,
    /** A birthday, a milestone, a festival. */
    CARE
}
