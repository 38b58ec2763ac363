// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Tag;
import org.huifang.api.archive.TagCount;
import org.huifang.persistence.Sql;

/** Which tags files wear: of each file and tag what was said last, and of a merged file what was said last of a part. */
final class TagTable {
    private static final String ADD = """
        insert into archive.tag as t (tenant, learner, tag, worn, author, at)
        select distinct on (learner, tag) ?, learner, tag, worn, author, at
        from unnest(?::uuid[], ?::text[], ?::boolean[], ?::text[], ?::timestamptz[])
            as said (learner, tag, worn, author, at)
        order by learner, tag, at desc, worn desc, author collate "C" desc
        on conflict (learner, tag) do update set worn = excluded.worn, author = excluded.author, at = excluded.at
            where (excluded.at, excluded.worn, excluded.author) > (t.at, t.worn, t.author)""";
    private static final String LAST = """
        select distinct on (root, t.tag) coalesce(p.merged_into, p.id) as root, t.tag, t.worn, t.author, t.at
        from archive.learner p join archive.tag t on t.learner = p.id where p.tenant = ?%s
        order by root, t.tag, t.at desc, t.worn desc, t.author desc""";
    private static final String OF_MANY = "select * from ("
            + LAST.formatted(" and coalesce(p.merged_into, p.id) = any (?::uuid[])")
            + ") last where worn order by root, tag";
    /** Of any number of files; lateral, so that a planner without statistics does not read the table for each. */
    private static final String NAMES = """
        select root, tag from (
            select distinct on (part.root, t.tag) part.root, t.tag, t.worn
            from unnest(?::uuid[], ?::uuid[]) as part (id, root) cross join lateral (
                select tag, worn, author, at from archive.tag where tenant = ? and learner = part.id offset 0) t
            order by part.root, t.tag, t.at desc, t.worn desc, t.author desc) last
        where worn""";
    private static final String ALL = "select tag, count(*) from (" + LAST.formatted(" and t.tenant = p.tenant")
            + ") last where worn group by tag order by tag";

    /** True of a file {@code l} that wears the tag of the parameter. */
    static final String WORN = """
        exists (select from archive.tag t join archive.learner p on p.id = t.learner
            where t.tenant = l.tenant and t.tag = ? and t.worn and coalesce(p.merged_into, p.id) = l.id
                and not exists (select from archive.learner q join archive.tag later on later.learner = q.id
                    where coalesce(q.merged_into, q.id) = l.id and later.tag = t.tag and not later.worn
                        and later.at > t.at))""";

    private TagTable() {
    }

    static void add(Sql sql, TenantId tenant, List<Entry> entries) throws SQLException {
        List<Fact.Tagged> tagged = entries.stream().map(Entry::fact).filter(Fact.Tagged.class::isInstance)
                .map(Fact.Tagged.class::cast).toList();
        if (!tagged.isEmpty()) {
            sql.update(ADD, tenant.value(), Sql.ids(tagged, Fact.Tagged::learner),
                    Sql.texts(tagged, Fact.Tagged::tag), Sql.texts(tagged, fact -> Boolean.toString(fact.on())),
                    Sql.texts(tagged, Fact.Tagged::author), Sql.times(tagged, fact -> Text.storable(fact.at())));
        }
    }

    static Map<UUID, List<Tag>> of(Sql sql, TenantId tenant, Collection<UUID> learners) throws SQLException {
        record Worn(UUID root, Tag tag) {}
        var all = new LinkedHashMap<UUID, List<Tag>>();
        for (Worn worn : sql.list(OF_MANY, row -> new Worn(Sql.id(row, "root"),
                new Tag(row.getString("tag"), row.getString("author"), Sql.instant(row, "at"))), tenant.value(),
                learners.toArray(UUID[]::new))) {
            all.computeIfAbsent(worn.root, id -> new ArrayList<>()).add(worn.tag);
        }
        return all;
    }

    /** The names of tags by file. @param parts each part's file */
    static Map<UUID, Set<String>> names(Sql sql, TenantId tenant, Map<UUID, UUID> parts) throws SQLException {
        record Worn(UUID root, String tag) {}
        return sql.list(NAMES, row -> new Worn(Sql.id(row, "root"), row.getString("tag")),
                parts.keySet().toArray(UUID[]::new), parts.values().toArray(UUID[]::new), tenant.value()).stream()
                .collect(Collectors.groupingBy(Worn::root, Collectors.mapping(Worn::tag, Collectors.toSet())));
    }

    static List<TagCount> all(Sql sql, TenantId tenant) throws SQLException {
        return sql.list(ALL, row -> new TagCount(row.getString(1), row.getInt(2)), tenant.value());
    }
}
