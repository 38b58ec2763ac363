// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.persistence.Sql;

/** Values that were held against the person or a document. */
final class CheckedTable {
    /** A check and its opposite of the same instant take each other back, whichever comes first. */
    private static final String ADD = """
        with said as (select * from unnest(?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::timestamptz[])
                as s (learner, field, value, correct, at)),
            taken as (delete from archive.checked c using said s where (c.learner, c.field, c.value, c.at)
                    = (s.learner, s.field, s.value, s.at) and c.correct <> s.correct
                returning c.learner, c.field, c.value, c.at)
        insert into archive.checked (tenant, learner, field, value, correct, at)
        select ?, s.* from said s
        where (s.learner, s.field, s.value, s.at) not in (select learner, field, value, at from taken)
            and not exists (select from said o where (o.learner, o.field, o.value, o.at)
                = (s.learner, s.field, s.value, s.at) and o.correct <> s.correct)""";

    private CheckedTable() {
    }

    static void add(Sql sql, TenantId tenant, List<Entry> entries) throws SQLException {
        List<Fact.ValueChecked> checks = entries.stream().map(Entry::fact).filter(Fact.ValueChecked.class::isInstance)
                .map(Fact.ValueChecked.class::cast).toList();
        if (!checks.isEmpty()) {
            sql.update(ADD, Sql.ids(checks, Fact.ValueChecked::learner),
                    Sql.texts(checks, Fact.ValueChecked::field), Sql.texts(checks, check -> check.value().strip()),
                    Sql.texts(checks, check -> Boolean.toString(check.correct())),
                    Sql.times(checks, check -> Text.storable(check.at())), tenant.value());
        }
    }

    /** The files of which it may be another value that holds now. */
    static Stream<UUID> learners(List<Entry> entries) {
        return entries.stream().map(Entry::fact).filter(Fact.ValueChecked.class::isInstance)
                .map(fact -> ((Fact.ValueChecked) fact).learner());
    }
}
