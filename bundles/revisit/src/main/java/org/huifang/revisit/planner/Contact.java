// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact with a person, planned or past.
 *
 * @param id null when it is new
 * @param at from when on; one that is planned and whose time has come is carried out now
 * @param tasks ids of what it is about, in the order in which they are due; none for a notice or a reminder
 * @param fixed the person was told of it, or chose it
 */
public record Contact(@Nullable UUID id, String channel, Instant at, List<UUID> tasks, boolean fixed) {
    public Contact {
        tasks = List.copyOf(tasks);
    }
}
