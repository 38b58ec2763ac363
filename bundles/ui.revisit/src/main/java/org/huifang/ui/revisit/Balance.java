// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.Ledger;
import org.huifang.api.revisit.State;

/**
 * The conservation law summed up: what is owed, and what became of it.
 *
 * @param missing how many are unaccounted for in any row, too many as well as too few; anything but 0 is an error
 * @param held of what is due and overdue, how many are not contacted now, by reason
 * @param notified of what is due and overdue, how many know of the contact
 */
record Balance(long owed, Map<State, Long> counts, long missing, Map<Hold.Reason, Long> held, long notified) {
    Balance {
        counts = Map.copyOf(counts);
        held = Map.copyOf(held);
    }

    static Balance of(List<Ledger.Row> rows) {
        var counts = new EnumMap<State, Long>(State.class);
        var held = new EnumMap<Hold.Reason, Long>(Hold.Reason.class);
        rows.forEach(row -> {
            row.counts().forEach((state, count) -> counts.merge(state, count, Long::sum));
            row.held().forEach((reason, count) -> held.merge(reason, count, Long::sum));
        });
        return new Balance(rows.stream().mapToLong(Ledger.Row::owed).sum(), counts,
                // one too many here does not make up for one that is lost there
                rows.stream().mapToLong(row -> Math.abs(row.missing())).sum(), held,
                rows.stream().mapToLong(Ledger.Row::notified).sum());
    }

    long count(State state) {
        return counts.getOrDefault(state, 0L);
    }
}
