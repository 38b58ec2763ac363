// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.platform;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The groups of courses as their platforms tell them (Course Groups Service 1.0), read together with the roster: at most
 * a quarter of an hour old. A group that the platform no longer tells is gone with the next reading.
 */
@ProviderType
public interface CourseGroups {
    /**
     * A group with at least one learner.
     *
     * @param id unique within its course
     * @param name as the platform shows it
     * @param set the set of groups it belongs to, as the platform shows it; empty when to none
     * @param learners how many belong to it
     */
    record Group(String id, String name, String set, int learners) {}

    /** By set and name; empty when there are none, or the platform does not tell. */
    List<Group> of(TenantId tenant, UUID course);

    /** The files of those who belong to a group; empty for a group that is not there. */
    Set<UUID> learners(TenantId tenant, UUID course, String group);
}
