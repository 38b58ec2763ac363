// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Purchase;
import org.huifang.persistence.Sql;

/** What was bought: of each order what was said last; at one instant what was given back wins. */
final class PurchaseTable {
    private static final String ADD = """
        insert into archive.purchase as p (tenant, source, order_id, learner, title, kind, until, at)
        select distinct on (source, order_id) ?, source, order_id, learner, title, kind, until, at
        from unnest(?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
            as said (source, order_id, learner, title, kind, until, at)
        order by source, order_id, at desc, archive.purchase_weight(kind) desc,
            title collate "C" desc, until desc nulls last, learner desc
        on conflict (tenant, source, order_id) do update set learner = excluded.learner, title = excluded.title,
                kind = excluded.kind, until = excluded.until, at = excluded.at
            where (excluded.at, archive.purchase_weight(excluded.kind), excluded.title collate "C",
                    coalesce(excluded.until, '-infinity'), excluded.learner)
                > (p.at, archive.purchase_weight(p.kind), p.title collate "C", coalesce(p.until, '-infinity'),
                    p.learner)""";
    private static final String OF = """
        select source, order_id, title, kind, until, at from archive.purchase
        where tenant = ? and learner = any (?::uuid[]) order by at desc, source, order_id""";

    private record Line(Entry entry, Fact.Purchased fact) {}

    private PurchaseTable() {
    }

    static void add(Sql sql, TenantId tenant, List<Entry> entries) throws SQLException {
        List<Line> lines = entries.stream().<Line>mapMulti((entry, more) -> {
            if (entry.fact() instanceof Fact.Purchased fact) {
                more.accept(new Line(entry, fact));
            }
        }).toList();
        if (!lines.isEmpty()) {
            sql.update(ADD, tenant.value(), Sql.texts(lines, line -> line.entry.delivery().source()),
                    Sql.texts(lines, line -> line.fact.order()), Sql.ids(lines, line -> line.entry.learner()),
                    Sql.texts(lines, line -> line.fact.title()), Sql.texts(lines, line -> line.fact.kind().name()),
                    Sql.times(lines, line -> line.fact.until()), Sql.times(lines, line -> line.entry.at()));
        }
    }

    static List<Purchase> of(Sql sql, TenantId tenant, List<UUID> parts) throws SQLException {
        return sql.list(OF, row -> new Purchase(row.getString("source"), row.getString("order_id"),
                row.getString("title"), Purchase.Kind.valueOf(row.getString("kind")), Sql.time(row, "until"),
                Sql.instant(row, "at")), tenant.value(), parts.toArray(UUID[]::new));
    }
}
