// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's belonging to a course.
 *
 * @param progress 0 to 100 per cent
 * @param lastActivity the newest lesson or launch, or null
 */
public record Enrolment(UUID course, String courseTitle, CourseRole role, Stage stage, int progress, Instant enrolled,
        @Nullable Instant lastActivity, @Nullable Instant ended) {}
