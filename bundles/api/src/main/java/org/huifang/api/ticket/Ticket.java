// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A problem that somebody raised.
 *
 * @param number short, for people, one after the other in a tenant
 * @param code a sub-code of the area, or ""
 * @param owner whoever answers for it; there is always somebody
 * @param respondBy when the first answer is owed, in working time; null once given
 * @param resolveBy when the solution is owed, in working time; null while the clock stands still or it is closed
 * @param paused since when the clock stands still, or null
 * @param cause why it happened; "" while unknown
 * @param action what was done; "" while nothing
 * @param confirmed whether the raiser said that it is solved; false also when closed without an answer
 * @param change the course change that should end such tickets, or null
 */
public record Ticket(UUID id, long number, UUID learner, @Nullable UUID course, @Nullable UUID obligation, Area area,
        String code, String title, TicketState state, UUID owner, Instant raised, @Nullable Instant respondBy,
        @Nullable Instant resolveBy, @Nullable Instant paused, int escalation, String cause, String action,
        boolean confirmed, int reopened, @Nullable UUID change, @Nullable Instant closed) {
    /** Later than owed, either of the two. */
    public boolean late(Instant now) {
        return state != TicketState.CLOSED && (respondBy != null && respondBy.isBefore(now)
                || resolveBy != null && resolveBy.isBefore(now));
    }
}
