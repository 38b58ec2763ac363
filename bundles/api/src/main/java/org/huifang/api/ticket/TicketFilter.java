// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets; null means any.
 *
 * @param state or null: all that are not closed
 * @param late only what is later than owed
 */
public record TicketFilter(@Nullable Area area, @Nullable UUID course, @Nullable TicketState state,
        @Nullable UUID owner, @Nullable UUID change, boolean late) {
    /** All that are not closed. */
    public static final TicketFilter OPEN = new TicketFilter(null, null, null, null, null, false);
}
