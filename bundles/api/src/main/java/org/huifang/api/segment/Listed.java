// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.segment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huifang.api.archive.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of files.
 *
 * @param email as it holds, unmasked, or null
 * @param phone as it holds, unmasked, or null
 * @param courses how many courses the person belongs to now
 * @param course title of the course with the newest activity, or null
 * @param stage in that course, or null
 * @param progress in that course, per cent
 * @param lastActivity the newest lesson or visit in any course, or null
 * @param tags by name
 * @param keeper the account that keeps the file, or null
 */
public record Listed(UUID id, String name, @Nullable String email, @Nullable String phone, int courses,
        @Nullable String course, @Nullable Stage stage, int progress, @Nullable Instant lastActivity,
        List<String> tags, @Nullable UUID keeper) {
    public Listed {
        tags = List.copyOf(tags);
    }
}
