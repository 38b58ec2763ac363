// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import org.jspecify.annotations.Nullable;

/**
 * What to ask of a roster. Platforms may ignore all of it: Moodle answers an unknown role with everyone.
 *
 * @param limit members a page, 0 to leave it to the platform
 * @param role only members with this role, a URI or a bare word; null for all
 * @param resourceLinkId only members who may open this link; null for all
 */
public record RosterQuery(int limit, @Nullable String role, @Nullable String resourceLinkId) {
    /** Everybody, 1,000 a page. */
    public static final RosterQuery ALL = new RosterQuery(1000, null, null);
}
