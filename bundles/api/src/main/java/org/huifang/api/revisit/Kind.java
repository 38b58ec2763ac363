// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

/** How a step is carried out. */
public enum Kind {
    /** An agent calls. */
    CALL,
    /** The learner fills in a questionnaire. */
    QUESTIONNAIRE,
    /** A greeting, by call or message; it never sells. */
    CARE
}
