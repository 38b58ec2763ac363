// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Ledger;
import org.huifang.persistence.Sql;

/** What the audit found wrong in schools, as long as it is. */
final class Gaps {
    /** What is wrong on one side; the other side stays as it was counted last. */
    private static final String FOUND = """
        insert into revisit.gap as g (tenant, missing, unowed, since, next_try) values (?, 0, 0, ?, ?)
        on conflict (tenant) do nothing""";

    /** One that somebody is to be told of. */
    record Untold(TenantId tenant, Ledger.Gap gap) {}

    private Gaps() {
    }

    /** What the counters say. */
    static void missing(Sql sql, Map<TenantId, Long> wrong, Instant now) throws SQLException {
        found(sql, "missing", wrong, now);
    }

    /** What the rosters say. */
    static void unowed(Sql sql, Map<TenantId, Long> wrong, Instant now) throws SQLException {
        found(sql, "unowed", wrong, now);
    }

    /** How many obligations are unaccounted for, as counted last. */
    static long missing(Sql sql) throws SQLException {
        return sql.list("select coalesce(sum(missing), 0) from revisit.gap", row -> row.getLong(1)).getFirst();
    }

    /** How many steps there are that learners are not owed, as counted last. */
    static long unowed(Sql sql) throws SQLException {
        return sql.list("select coalesce(sum(unowed), 0) from revisit.gap", row -> row.getLong(1)).getFirst();
    }

    private static void found(Sql sql, String side, Map<TenantId, Long> wrong, Instant now) throws SQLException {
        sql.update("update revisit.gap set " + side + " = 0 where not tenant = any (?::text[])",
                (Object) wrong.keySet().stream().map(TenantId::value).toArray(String[]::new));
        for (var school : wrong.entrySet()) {
            sql.update(FOUND, school.getKey().value(), now, now);
            sql.update("update revisit.gap set " + side + " = ? where tenant = ?", school.getValue(),
                    school.getKey().value());
        }
        sql.update("delete from revisit.gap where missing = 0 and unowed = 0");
    }

    static Optional<Ledger.Gap> of(Sql sql, TenantId tenant) throws SQLException {
        return sql.list("select * from revisit.gap where tenant = ?", Gaps::gap, tenant.value()).stream().findFirst();
    }

    static List<Untold> untold(Sql sql, Instant now) throws SQLException {
        return sql.list("select * from revisit.gap where told = '{}' and next_try <= ?",
                row -> new Untold(new TenantId(row.getString("tenant")), gap(row)), now);
    }

    static void told(Sql sql, TenantId tenant, List<UUID> accounts, Instant again) throws SQLException {
        sql.update("update revisit.gap set told = ?::uuid[], next_try = ? where tenant = ?",
                accounts.toArray(UUID[]::new), again, tenant.value());
    }

    private static Ledger.Gap gap(ResultSet row) throws SQLException {
        Array told = row.getArray("told");
        return new Ledger.Gap(row.getLong("missing"), row.getLong("unowed"), Sql.instant(row, "since"),
                List.of((UUID[]) told.getArray()));
    }
}
