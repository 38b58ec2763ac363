// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.State;

/** Obligations as others see them: with their attempts, and overdue when they are. */
final class Shown {
    private static final String ATTEMPTS = """
        select key, obligation, agent, outcome, note, call_back, at from revisit.attempt
        where obligation = any (?::uuid[]) order by obligation, nth""";

    private Shown() {
    }

    static List<Obligation> all(Sql sql, List<Owed> rows, Instant now) throws SQLException {
        Map<UUID, List<Attempt>> attempts = new HashMap<>();
        if (!rows.isEmpty()) {
            sql.list(ATTEMPTS, row -> attempts.computeIfAbsent(Sql.id(row, "obligation"), id -> new ArrayList<>())
                    .add(attempt(row)), (Object) Sql.ids(rows, Owed::id));
        }
        return rows.stream().map(o -> new Obligation(o.id(), o.learner(), o.course(), o.step(), o.kind(), state(o, now),
                o.opens(), o.due(), o.settled(), o.reason(), attempts.getOrDefault(o.id(), List.of()))).toList();
    }

    static Obligation one(Sql sql, Owed row, Instant now) throws SQLException {
        return all(sql, List.of(row), now).getFirst();
    }

    private static State state(Owed owed, Instant now) {
        return owed.state() == State.DUE && owed.due().isBefore(now) ? State.OVERDUE : owed.state();
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(Sql.id(row, "key"), Sql.id(row, "agent"), Outcome.valueOf(row.getString("outcome")),
                row.getString("note"), Sql.time(row, "call_back"), Sql.instant(row, "at"));
    }
}
