// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of files.
 *
 * @param name to show; never empty
 * @param courses how many courses the person belongs to now
 * @param lastActivity the newest fact from a platform, or null
 */
public record LearnerSummary(UUID id, String name, int courses, @Nullable Instant lastActivity) {}
