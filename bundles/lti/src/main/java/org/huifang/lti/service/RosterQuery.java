// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import org.jspecify.annotations.Nullable;

/**
 * What to ask of a roster. Platforms may ignore all of it: Moodle answers an unknown role with everyone.
 *
 * @param limit members a page, 0 to leave it to the platform
 * @param role only members with this role, a URI or a bare word; null for all
 * @param resourceLinkId only members who may open this link; null for all
 * @param groups whether to tell the groups of each member ({@code groups=true}, Course Groups Service 1.0)
 */
public record RosterQuery(int limit, @Nullable String role, @Nullable String resourceLinkId, boolean groups) {
    /** Everybody, 1,000 a page, without groups. */
    public static final RosterQuery ALL = new RosterQuery(1000, null, null);

    /**
     * A query without groups.
     *
     * @param limit members a page, 0 to leave it to the platform
     * @param role only members with this role; null for all
     * @param resourceLinkId only members who may open this link; null for all
     */
    public RosterQuery(int limit, @Nullable String role, @Nullable String resourceLinkId) {
        this(limit, role, resourceLinkId, false);
    }

    /**
     * The same with the groups of each member: for courses whose launches offer the groups service.
     *
     * @return the query
     */
    public RosterQuery withGroups() {
        return new RosterQuery(limit, role, resourceLinkId, true);
    }
}
