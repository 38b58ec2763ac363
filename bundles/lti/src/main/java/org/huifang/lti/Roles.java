// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The roles of one person in one course.
 *
 * @param all every role in the order sent, unknown ones too; may be empty
 */
public record Roles(List<Role> all) {
    /** Copies the list, so that the value cannot change. */
    public Roles {
        all = List.copyOf(all);
    }

    /**
     * Reads roles of any quality.
     *
     * @param sent URIs, bare words, or anything else
     * @return the roles; never fails
     */
    public static Roles of(Collection<String> sent) {
        return new Roles(sent.stream().map(Role::of).distinct().toList());
    }

    /**
     * What the person may do in this course: the strongest of {@link #powers()}.
     *
     * @return {@link Power#NONE} when no role is known
     */
    public Power power() {
        return powers().stream().min(Power::compareTo).orElse(Power.NONE);
    }

    /**
     * All that the roles give together, by least privilege: a teaching assistant stays one although platforms send the
     * principal role Instructor beside it, unless a teaching sub-role comes along too; a test user is a learner at most.
     *
     * @return the powers, never holding {@link Power#NONE}
     */
    public Set<Power> powers() {
        Set<Power> powers = EnumSet.noneOf(Power.class);
        all.stream().map(Role::power).filter(p -> p != Power.NONE).forEach(powers::add);
        if (powers.contains(Power.ASSISTANT) && all.stream().noneMatch(this::teachesBySubRole)) {
            powers.remove(Power.INSTRUCTOR);
        }
        if (testUser()) {
            powers.retainAll(EnumSet.of(Power.LEARNER));
        }
        return powers;
    }

    /**
     * Whether this is a platform's made-up learner, as in a student preview: show the page, count nothing.
     *
     * @return true when the role TestUser is among them
     */
    public boolean testUser() {
        return all.stream().anyMatch(r -> r.scope() == Role.Scope.SYSTEM && r.name().equals("TestUser"));
    }

    private boolean teachesBySubRole(Role role) {
        return role.subRole() != null && role.power() == Power.INSTRUCTOR;
    }
}
