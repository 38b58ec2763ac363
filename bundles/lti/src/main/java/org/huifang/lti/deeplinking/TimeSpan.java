// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.deeplinking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when until when.
 *
 * @param start null for no beginning
 * @param end null for no end
 */
public record TimeSpan(@Nullable Instant start, @Nullable Instant end) {
    boolean backwards() {
        return start != null && end != null && end.isBefore(start);
    }
}
