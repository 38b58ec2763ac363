// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.PersonKey;
import org.jspecify.annotations.Nullable;

/**
 * A course as a verified launch told it.
 *
 * @param memberships where its roster is read; null when that is not offered
 * @param groups where its groups are read; null when that is not offered
 * @param groupSets where the sets of its groups are read; null when there are none
 * @param sync how many roster exchanges were completed
 */
record CourseContext(TenantId tenant, UUID registration, String context, UUID course, @Nullable String title,
        @Nullable String memberships, @Nullable String groups, @Nullable String groupSets, long sync) {
    static String source(UUID registration) {
        return "platform:" + registration;
    }

    CourseKey key() {
        return new CourseKey(source(registration), context);
    }

    PersonKey person(String subject) {
        return new PersonKey(source(registration), subject);
    }
}
