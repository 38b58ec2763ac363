// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

/** Where a learner stands in a course. */
public enum Stage {
    /** Enrolled, no lesson completed yet. */
    ENROLLED,
    /** At least one lesson completed. */
    LEARNING, FINISHED,
    /** Not in the course any more, without having finished. */
    LEFT
}
