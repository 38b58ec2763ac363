// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The conservation law on one screen: what is owed equals what became of it.
 *
 * @param rows one for each course and step
 * @param asOf when it was counted
 * @param gap what the audit of every minute found wrong in the school, or null
 * @param unplanned learners to whom nothing is owed because no plan is for them; courses with the most of them first
 */
public record Ledger(List<Row> rows, Instant asOf, @Nullable Gap gap, List<Unplanned> unplanned) {
    public Ledger {
        rows = List.copyOf(rows);
        unplanned = List.copyOf(unplanned);
    }

    /** Without a gap. */
    public Ledger(List<Row> rows, Instant asOf) {
        this(rows, asOf, null, List.of());
    }

    /** Learners on the roster of a course that come under no plan. */
    public record Unplanned(UUID course, long learners) {}

    /**
     * Somebody may have been forgotten.
     *
     * @param missing obligations that are unaccounted for
     * @param unowed steps of plans that learners on a roster are not owed
     * @param since when it was found
     * @param told accounts that an e-mail was sent to
     */
    public record Gap(long missing, long unowed, Instant since, List<UUID> told) {
        public Gap {
            told = List.copyOf(told);
        }
    }

    /**
     * The obligations of one step in one course.
     *
     * @param owed learners that have ever been on the roster, as counted when they joined
     * @param title what the step is called when Huifang has no words for it, or ""
     * @param counts by state; states that do not occur may be absent
     * @param held of those due and overdue, how many are not contacted now, by reason
     * @param notified of those due and overdue, how many were told of the contact
     */
    public record Row(UUID course, String step, String title, Kind kind, long owed, Map<State, Long> counts,
            Map<Hold.Reason, Long> held, long notified) {
        public Row {
            counts = Map.copyOf(counts);
            held = Map.copyOf(held);
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
