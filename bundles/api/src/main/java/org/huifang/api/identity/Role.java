// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.identity;

/** What a person may do in Huifang. Staff roles come from an account, the two course roles only from a launch. */
public enum Role {
    /** Carries out revisits. */
    AGENT,
    /** Answers for the agents' work. */
    SUPERVISOR,
    /** Sees one course: the one of the launch. */
    INSTRUCTOR,
    /** Sees own data only. */
    LEARNER,
    /** Runs the installation. */
    ADMIN
}
