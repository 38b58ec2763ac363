// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something owed to a learner. It exists before it is due, so that nobody can be forgotten.
 *
 * @param step of the plan: {@code first}, {@code mid}, {@code end}, or the code of a step or trigger of the school's own
 * @param title what it is called when Huifang has no words for the step: the name of the step, what was promised; or ""
 * @param opens when it enters the queue; {@link #UNKNOWN} while what it counts from has not happened
 * @param due until when it is to be settled; {@link #UNKNOWN} likewise
 * @param settled when it was done, declined, exempted or given up, or null
 * @param reason why it is exempt, or ""
 * @param owner whoever answers for it; there is always somebody
 * @param minutes that it takes an agent
 * @param planned the contact in which it is to be done, or null while none is planned
 * @param hold why it is not contacted now, or null
 * @param attempts oldest first
 */
public record Obligation(UUID id, UUID learner, UUID course, String step, String title, Kind kind, Origin origin,
        State state, Instant opens, Instant due, @Nullable Instant settled, String reason, UUID owner, int minutes,
        @Nullable Planned planned, @Nullable Hold hold, List<Attempt> attempts) {
    /** Later than anything that happens. */
    public static final Instant UNKNOWN = Instant.parse("9999-01-01T00:00:00Z");
    /** The owner while the school has no account that could be one. */
    public static final UUID NOBODY = new UUID(0, 0);

    public Obligation {
        attempts = List.copyOf(attempts);
    }

    /** What it counts from has not happened yet. */
    public boolean waits() {
        return !opens.isBefore(UNKNOWN);
    }
}
