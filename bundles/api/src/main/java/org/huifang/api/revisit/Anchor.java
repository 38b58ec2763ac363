// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

/** The moment in a learner's course from which a step counts its days. */
public enum Anchor {
    /** Joining the course. */
    ENROLMENT,
    /** The first visit or lesson. */
    FIRST_ACCESS,
    /** The learner's start: joining, or the course's first day where that is later. */
    START,
    /** So much per cent of the course: {@link PlannedStep#value()}. */
    PROGRESS,
    /** Half of the learner's time in the course, half of its progress, or its finish: whichever comes first. */
    HALF,
    /** The learner's finish, or else the end of the course. */
    END,
    /** The end of what was paid for. */
    EXPIRY,
    /** The money went back. */
    REFUND,
    /** The day of the exam; days may be negative, to count before it. */
    EXAM,
    /** So many days without a visit or lesson: {@link PlannedStep#value()}. */
    INACTIVITY
}
