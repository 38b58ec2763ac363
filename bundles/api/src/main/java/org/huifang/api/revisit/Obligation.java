// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something owed to a learner. It exists before it is due, so that nobody can be forgotten.
 *
 * @param step of the plan: {@code first}, {@code mid}, {@code end}
 * @param opens when it enters the queue
 * @param due until when it is to be settled
 * @param settled when it was done, declined, exempted or given up, or null
 * @param reason why it is exempt, or ""
 * @param attempts oldest first
 */
public record Obligation(UUID id, UUID learner, UUID course, String step, Kind kind, State state, Instant opens,
        Instant due, @Nullable Instant settled, String reason, List<Attempt> attempts) {
    public Obligation {
        attempts = List.copyOf(attempts);
    }
}
