// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Ledger;
import org.huifang.api.revisit.State;
import org.jspecify.annotations.Nullable;

/** Counts both sides of the law that nobody vanishes, in one statement, so that both are of the same moment. */
final class Conservation {
    private static final String LEDGER = """
        select coalesce(w.course, c.course) as course, coalesce(w.step, c.step) as step, coalesce(p.kind, c.kind) as kind,
            coalesce(w.n, 0) as owed, c.state, c.n
        from (select course, step, n from revisit.owed where tenant = ? and (?::uuid is null or course = ?)) w
        full join (select course, step, kind, case when state = 'DUE' and due < ? then 'OVERDUE' else state end as state,
                count(*) as n from revisit.obligation where tenant = ? and (?::uuid is null or course = ?)
            group by 1, 2, 3, 4) c on c.course = w.course and c.step = w.step
        left join revisit.plan_step p on p.tenant = ? and p.code = coalesce(w.step, c.step)
        order by 1, p.position, 2""";

    private static final String MISSING = """
        select coalesce(sum(abs(coalesce(w.n, 0) - coalesce(c.n, 0))), 0)
        from (select course, step, n from revisit.owed) w
        full join (select course, step, count(*) as n from revisit.obligation group by 1, 2) c
            on c.course = w.course and c.step = w.step""";

    private record Cell(UUID course, String step, Kind kind, long owed) {}

    private Conservation() {
    }

    static List<Ledger.Row> rows(Sql sql, TenantId tenant, @Nullable UUID course, Instant now) throws SQLException {
        Map<Cell, Map<State, Long>> cells = new LinkedHashMap<>();
        sql.list(LEDGER, row -> {
            var cell = new Cell(Sql.id(row, "course"), row.getString("step"), Kind.valueOf(row.getString("kind")),
                    row.getLong("owed"));
            Map<State, Long> counts = cells.computeIfAbsent(cell, c -> new EnumMap<>(State.class));
            String state = row.getString("state");
            return state == null ? cell : counts.put(State.valueOf(state), row.getLong("n"));
        }, tenant.value(), course, course, now, tenant.value(), course, course, tenant.value());
        return cells.entrySet().stream().map(e -> new Ledger.Row(e.getKey().course(), e.getKey().step(),
                e.getKey().kind(), e.getKey().owed(), e.getValue())).toList();
    }

    /** How many are unaccounted for, over all tenants; 0 unless something is badly wrong. */
    static long missing(Sql sql) throws SQLException {
        return sql.list(MISSING, row -> row.getLong(1)).getFirst();
    }
}
