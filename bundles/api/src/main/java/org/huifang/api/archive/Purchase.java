// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was bought for a person, as it stands now.
 *
 * @param order the shop's id of it
 * @param until when it ends, or null for what does not end
 * @param at when it was bought, renewed or given back
 */
public record Purchase(String source, String order, String title, Kind kind, @Nullable Instant until, Instant at) {
    /** What became of an order. */
    public enum Kind {
        BOUGHT, RENEWED, REFUNDED
    }
}
