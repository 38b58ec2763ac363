// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.List;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.persistence.Sql;

/** Values that were held against the person or a document. */
final class CheckedTable {
    private static final String ADD = """
        insert into archive.checked (tenant, learner, field, value, correct, at)
        select ?, * from unnest(?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::timestamptz[])""";

    private CheckedTable() {
    }

    static void add(Sql sql, TenantId tenant, List<Entry> entries) throws SQLException {
        List<Fact.ValueChecked> checks = entries.stream().map(Entry::fact).filter(Fact.ValueChecked.class::isInstance)
                .map(Fact.ValueChecked.class::cast).toList();
        if (!checks.isEmpty()) {
            sql.update(ADD, tenant.value(), Sql.ids(checks, Fact.ValueChecked::learner),
                    Sql.texts(checks, Fact.ValueChecked::field), Sql.texts(checks, check -> check.value().strip()),
                    Sql.texts(checks, check -> Boolean.toString(check.correct())),
                    Sql.times(checks, check -> Text.storable(check.at())));
        }
    }
}
