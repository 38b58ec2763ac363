// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.util.Set;
import org.huifang.lti.Roles;
import org.jspecify.annotations.Nullable;

/**
 * One person of a course. Platforms hide names and address by their privacy settings.
 *
 * @param userId the same as the subject of the person's launches
 * @param status whether the enrolment counts
 * @param roles the roles in this course; Moodle sends bare words
 * @param name the full name
 * @param givenName the given name
 * @param familyName the family name
 * @param email the address, not verified
 * @param picture the address of a picture
 * @param sourcedId the student information system's id
 * @param groups ids of the course groups the person is in; empty where none were asked for or told
 */
public record Member(String userId, Status status, Roles roles, @Nullable String name, @Nullable String givenName,
        @Nullable String familyName, @Nullable String email, @Nullable String picture, @Nullable String sourcedId,
        Set<String> groups) {
    /** Copies the groups, so that the value cannot change. */
    public Member {
        groups = Set.copyOf(groups);
    }

    /** Whether an enrolment counts. */
    public enum Status {
        /** Takes part; also when the platform says nothing. */
        ACTIVE,
        /** Suspended, or not begun. */
        INACTIVE,
        /** No longer in the course; only in lists of differences. */
        DELETED
    }

    @Override
    public String toString() {
        return "Member[" + status + ", " + roles.power() + "]";
    }
}
