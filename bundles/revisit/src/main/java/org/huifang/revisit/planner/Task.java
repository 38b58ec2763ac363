// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something owed to a person, as the planner sees it.
 *
 * @param course whose blackouts hold for it, or null
 * @param purpose for which consent is needed
 * @param channels on which it can be done, in order of fallback
 * @param opens not contacted before
 * @param due to be contacted until, that moment included
 * @param minutes that it takes on the phone
 * @param notice whether the person is told beforehand when it is a call
 */
public record Task(UUID id, @Nullable UUID course, String purpose, List<String> channels, Instant opens, Instant due,
        int minutes, boolean notice) {
    public Task {
        channels = List.copyOf(channels);
    }
}
