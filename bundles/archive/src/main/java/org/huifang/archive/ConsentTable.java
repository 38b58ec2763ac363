// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.api.consent.ConsentEntry;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** The ledger of consents; lines are only ever added. */
final class ConsentTable {
    private static final String ADD = """
        insert into archive.consent (tenant, learner, purpose, channel, basis, version, given, proof, author, source,
            delivery, at)
        select ?, * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::text[],
            ?::text[], ?::text[], ?::text[], ?::timestamptz[])""";
    private static final String OF = """
        select id, learner, purpose, channel, basis, version, given, proof, author, source, at, recorded
        from archive.consent where tenant = ? and learner = any (?::uuid[])""";

    private record Line(Entry entry, Fact.Consented fact) {}

    private ConsentTable() {
    }

    static void add(Sql sql, TenantId tenant, List<Entry> entries) throws SQLException {
        List<Line> lines = entries.stream().<Line>mapMulti((entry, more) -> {
            if (entry.fact() instanceof Fact.Consented fact) {
                more.accept(new Line(entry, fact));
            }
        }).toList();
        if (!lines.isEmpty()) {
            sql.update(ADD, tenant.value(), Sql.ids(lines, line -> line.fact.learner()),
                    texts(lines, Fact.Consented::purpose), texts(lines, Fact.Consented::channel),
                    texts(lines, Fact.Consented::basis), texts(lines, Fact.Consented::version),
                    texts(lines, fact -> Boolean.toString(fact.given())), texts(lines, Fact.Consented::proof),
                    texts(lines, Fact.Consented::author), Sql.texts(lines, line -> line.entry.delivery().source()),
                    Sql.texts(lines, line -> line.entry.delivery().key()), Sql.times(lines, line -> line.entry.at()));
        }
    }

    private static String[] texts(List<Line> lines, Function<Fact.Consented, String> column) {
        return Sql.texts(lines, line -> column.apply(line.fact));
    }

    static List<ConsentEntry> of(Sql sql, TenantId tenant, List<UUID> parts) throws SQLException {
        return sql.list(OF, ConsentTable::read, tenant.value(), parts.toArray(UUID[]::new));
    }

    static List<ConsentEntry> delivered(Sql sql, TenantId tenant, List<UUID> parts, String source, String key)
            throws SQLException {
        return sql.list(OF + " and source = ? and delivery = ?", ConsentTable::read, tenant.value(),
                parts.toArray(UUID[]::new), source, key);
    }

    static Page<ConsentEntry> page(Sql sql, TenantId tenant, List<UUID> parts, @Nullable String after, int limit)
            throws SQLException {
        var text = new StringBuilder(OF);
        var parameters = new ArrayList<Object>(List.of(tenant.value(), parts.toArray(UUID[]::new)));
        if (after != null) {
            text.append(" and (at, id) < (?, ?)");
            parameters.addAll(Moment.parse(after));
        }
        parameters.add(Pages.checked(limit) + 1);
        List<ConsentEntry> rows = sql.list(text + " order by at desc, id desc limit ?", ConsentTable::read,
                parameters.toArray());
        return Pages.of(rows, limit, entry -> Moment.text(entry.at(), entry.id()));
    }

    private static ConsentEntry read(ResultSet row) throws SQLException {
        return new ConsentEntry(row.getLong("id"), Sql.id(row, "learner"), row.getString("purpose"),
                row.getString("channel"), row.getString("basis"), row.getString("version"), row.getBoolean("given"),
                row.getString("proof"), row.getString("author"), row.getString("source"), Sql.instant(row, "at"),
                Sql.instant(row, "recorded"));
    }
}
