// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

/** What a person may do in the course of a launch, strongest first. */
public enum Power {
    /** Teaches the course. */
    INSTRUCTOR,
    /** Administers this one course, without teaching it. */
    COURSE_ADMIN,
    /** Helps to teach it: teaching assistants and graders. */
    ASSISTANT,
    /** Takes the course. */
    LEARNER,
    /** Looks after single learners: a parent, a tutor, Canvas' observer. */
    MENTOR,
    /** Administers the institution, with no role in this course. Grants nothing in the course. */
    INSTITUTION_ADMIN,
    /** Administers the platform, with no role in this course. Grants nothing in the course. */
    SYSTEM_ADMIN,
    /** No role that is known: least privilege. */
    NONE;

    /**
     * Whether the person sees other learners' data.
     *
     * @return true for those who teach or administer the course
     */
    public boolean staff() {
        return compareTo(ASSISTANT) <= 0;
    }
}
