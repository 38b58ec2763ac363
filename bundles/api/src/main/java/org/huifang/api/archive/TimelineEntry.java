// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.Instant;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it was recorded.
 *
 * @param id rises with the order of recording
 * @param learner whose timeline it is on; null for facts about a course
 * @param course the archive's id of the course; null for facts about a person apart from any course
 * @param source who said it
 * @param recorded when it was recorded; {@link Fact#at()} is when it happened
 */
public record TimelineEntry(TenantId tenant, long id, @Nullable UUID learner, @Nullable UUID course, Fact fact,
        String source,
        Instant recorded) {}
