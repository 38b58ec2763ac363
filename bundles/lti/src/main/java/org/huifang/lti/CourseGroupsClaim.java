// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.huifang.lti.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The door to a course's groups (Course Groups Service 1.0). Moodle offers it.
 *
 * @param scopes what the tool may ask a token for; may be empty where the platform does not say
 * @param contextGroupsUrl where the groups are read
 * @param contextGroupSetsUrl where sets of groups are read; null when there are none
 * @param serviceVersions what the platform speaks, for example {@code 1.0}
 */
public record CourseGroupsClaim(Set<String> scopes, URI contextGroupsUrl, @Nullable URI contextGroupSetsUrl,
        List<String> serviceVersions) {
    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice";

    /** Copies scopes and versions, so that the value cannot change. */
    public CourseGroupsClaim {
        scopes = Set.copyOf(scopes);
        serviceVersions = List.copyOf(serviceVersions);
    }

    static @Nullable CourseGroupsClaim of(Json claims) {
        Json claim = claims.object(CLAIM);
        URI groups = claim.web("context_groups_url");
        return groups == null
                ? null
                : new CourseGroupsClaim(Set.copyOf(claim.texts("scope")), groups, claim.web("context_group_sets_url"),
                        claim.texts("service_versions"));
    }
}
