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
 * @param held of what is due and overdue, how many are not contacted now, by reason
 * @param notified of what is due and overdue, how many know of the contact
 */
record Balance(long owed, Map<State, Long> counts, Map<Hold.Reason, Long> held, long notified) {
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
        return new Balance(rows.stream().mapToLong(Ledger.Row::owed).sum(), counts, held,
                rows.stream().mapToLong(Ledger.Row::notified).sum());
    }

    long count(State state) {
        return counts.getOrDefault(state, 0L);
    }

    long accounted() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Anything but 0 is an error. */
    long missing() {
        return owed - accounted();
    }
}
