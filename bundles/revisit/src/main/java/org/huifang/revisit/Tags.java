// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.persistence.Sql;

/** The types of learners, as tags on their files: of each tag, what was said last. */
final class Tags {
    private static final String SAY = """
        insert into revisit.tag as t (tenant, learner, tag, worn, said)
        select distinct on (learner, tag) * from unnest(?::text[], ?::uuid[], ?::text[], ?::bool[], ?::timestamptz[])
            as n (tenant, learner, tag, worn, said)
        order by learner, tag, said desc
        on conflict (learner, tag) do update set worn = excluded.worn, said = excluded.said where excluded.said >= t.said""";

    private Tags() {
    }

    static void say(Sql sql, List<TimelineEntry> entries) throws SQLException {
        List<TimelineEntry> said = entries.stream().filter(e -> e.fact() instanceof Fact.Tagged).toList();
        if (!said.isEmpty()) {
            sql.update(SAY, Sql.texts(said, e -> e.tenant().value()), Sql.ids(said, e -> tagged(e).learner()),
                    Sql.texts(said, e -> tagged(e).tag()), Sql.flags(said, e -> tagged(e).on()),
                    Sql.times(said, e -> tagged(e).at()));
        }
    }

    private static Fact.Tagged tagged(TimelineEntry entry) {
        return (Fact.Tagged) entry.fact();
    }

    /** By learner; who wears none is absent. */
    static Map<UUID, Set<String>> of(Sql sql, Collection<PlaceKey> places) throws SQLException {
        Map<UUID, Set<String>> tags = new HashMap<>();
        sql.list("select learner, tag from revisit.tag where worn and learner = any (?::uuid[])",
                row -> tags.computeIfAbsent(Sql.id(row, "learner"), l -> new HashSet<>()).add(row.getString("tag")),
                (Object) Sql.ids(places, PlaceKey::learner));
        return tags;
    }
}
