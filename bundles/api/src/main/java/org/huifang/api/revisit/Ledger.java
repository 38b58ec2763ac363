// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The conservation law on one screen: what is owed equals what became of it.
 *
 * @param rows one for each course and step
 * @param asOf when it was counted
 */
public record Ledger(List<Row> rows, Instant asOf) {
    public Ledger {
        rows = List.copyOf(rows);
    }

    /**
     * The obligations of one step in one course.
     *
     * @param owed learners that have ever been on the roster, as counted when they joined
     * @param counts by state; states that do not occur may be absent
     */
    public record Row(UUID course, String step, Kind kind, long owed, Map<State, Long> counts) {
        public Row {
            counts = Map.copyOf(counts);
        }

        public long count(State state) {
            return counts.getOrDefault(state, 0L);
        }

        /** How many are unaccounted for; anything but 0 is an error that somebody must be told of. */
        public long missing() {
            return owed - counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
