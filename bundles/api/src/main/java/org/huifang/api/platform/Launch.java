// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.platform;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * A verified launch from a course page: who came, into which course, with which powers. It is valid for the browser
 * that holds its secret and for no other.
 *
 * @param id in the URL, {@code /l/<id>/...}; worth nothing without the secret in the cookie {@code l-<id>}
 * @param learner the archive's id of the person (instructors have one too), or null for an anonymous launch
 * @param displayName as the platform told it, or empty
 * @param course the archive's id of the course, or null for a launch without a context
 * @param roles empty means least privilege
 * @param locale BCP 47, or null
 * @param frameOrigin the origin of the platform's pages that may frame this launch
 * @param expires after which the launch opens nothing any more
 */
public record Launch(TenantId tenant, String id, UUID platform, @Nullable UUID learner, String displayName,
        @Nullable UUID course, Set<Role> roles, @Nullable String locale, String frameOrigin, Instant expires) {
    public Launch {
        roles = Set.copyOf(roles);
    }
}
