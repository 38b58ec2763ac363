// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.net.URI;
import java.util.List;

/**
 * The door to the course's roster (NRPS). Moodle sends it only when the tool has an activity in the course.
 *
 * @param contextMembershipsUrl where the members are read; keep it with the course
 * @param serviceVersions what the platform speaks, for example {@code 2.0}
 */
public record NamesAndRolesClaim(URI contextMembershipsUrl, List<String> serviceVersions) {
    /** Copies the versions, so that the value cannot change. */
    public NamesAndRolesClaim {
        serviceVersions = List.copyOf(serviceVersions);
    }
}
