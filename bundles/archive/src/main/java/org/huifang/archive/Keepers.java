// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.persistence.Sql;

/** Who keeps a file: whoever was named last, in whatever order it arrives. */
final class Keepers {
    private static final String NAME = """
        update archive.learner l set keeper = s.keeper, keeper_at = s.at
        from (select distinct on (learner) learner, keeper, at
            from unnest(?::uuid[], ?::uuid[], ?::timestamptz[]) as said (learner, keeper, at)
            order by learner, at desc, keeper desc nulls last) s
        where l.id = s.learner and (l.keeper_at is null or s.at > l.keeper_at or s.at = l.keeper_at
            and s.keeper is not null and (l.keeper is null or s.keeper > l.keeper))""";
    private static final String OF = """
        select keeper from archive.learner where tenant = ? and id = any (?::uuid[]) and keeper_at is not null
        order by keeper_at desc, keeper desc nulls last limit 1""";

    private Keepers() {
    }

    static Set<UUID> learners(List<Entry> entries) {
        return named(entries).stream().map(Fact.KeeperNamed::learner).collect(Collectors.toSet());
    }

    private static List<Fact.KeeperNamed> named(List<Entry> entries) {
        return entries.stream().map(Entry::fact).filter(Fact.KeeperNamed.class::isInstance)
                .map(Fact.KeeperNamed.class::cast).toList();
    }

    /** The files are locked already. */
    static void take(Sql sql, List<Entry> entries) throws SQLException {
        List<Fact.KeeperNamed> named = named(entries);
        if (!named.isEmpty()) {
            sql.update(NAME, Sql.ids(named, Fact.KeeperNamed::learner), Sql.ids(named, Fact.KeeperNamed::account),
                    Sql.times(named, fact -> Text.storable(fact.at())));
        }
    }

    static Optional<UUID> of(Sql sql, TenantId tenant, Collection<UUID> parts) throws SQLException {
        return sql.list(OF, row -> Optional.ofNullable(row.getObject("keeper", UUID.class)), tenant.value(),
                parts.toArray(UUID[]::new)).stream().findFirst().flatMap(keeper -> keeper);
    }
}
