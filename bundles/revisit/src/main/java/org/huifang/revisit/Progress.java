// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What planning needs of a learner in a course.
 *
 * @param joined when the person joined, the last time
 * @param halfway when half of the course was completed, or null
 * @param finished when the course was finished, or null
 */
record Progress(Instant joined, @Nullable Instant halfway, @Nullable Instant finished, Signs signs) {
    Progress(Instant joined, @Nullable Instant halfway, @Nullable Instant finished) {
        this(joined, halfway, finished, Signs.NONE);
    }
}
