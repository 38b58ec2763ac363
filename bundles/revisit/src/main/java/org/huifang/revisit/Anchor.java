// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

/** The moment in a learner's course from which a step counts its days. */
enum Anchor {
    /** The learner's start: joining, or the course's first day where that is later. */
    START,
    /** Half of the learner's time in the course, half of its progress, or its finish: whichever comes first. */
    HALF,
    /** The learner's finish, or else the end of the course. */
    END
}
