// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LinkedPerson;
import org.huifang.api.archive.Relation;
import org.huifang.persistence.Sql;

/** Who stands behind whom: of each pair and relation what was said last. */
final class LinkTable {
    private static final String ADD = """
        insert into archive.link as l (tenant, learner, person, relation, linked, author, at)
        select distinct on (learner, person, relation) ?, learner, person, relation, linked, author, at
        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::boolean[], ?::text[], ?::timestamptz[])
            as said (learner, person, relation, linked, author, at)
        order by learner, person, relation, at desc, linked, author collate "C" desc
        on conflict (learner, person, relation) do update
            set linked = excluded.linked, author = excluded.author, at = excluded.at
            where (excluded.at, not excluded.linked, excluded.author) > (l.at, not l.linked, l.author)""";
    /** Files that were merged meanwhile are shown under the one that was kept; of two such pairs the last word counts. */
    private static final String OF = """
        select distinct on (relation, root.id) root.id, root.name, l.relation, l.author, l.at, l.linked
        from archive.link l join archive.learner p on p.id = l.%s
            join archive.learner root on root.id = coalesce(p.merged_into, p.id)
        where l.tenant = ? and l.%s = any (?::uuid[]) and root.id <> all (?::uuid[])
        order by relation, root.id, l.at desc, l.linked""";
    private static final String PEOPLE = "select * from (" + OF.formatted("person", "learner")
            + ") as people where linked order by relation <> 'GUARDIAN', name, id";
    private static final String LEARNERS = "select * from (" + OF.formatted("learner", "person")
            + ") as people where linked order by name, id";
    private static final String GUARDIANS = """
        with said as (select distinct on (root) coalesce(p.merged_into, p.id) as root, l.linked from archive.link l
            join archive.learner p on p.id = l.person
            where l.tenant = ? and l.learner = any (?::uuid[]) and l.relation = 'GUARDIAN'
            order by root, l.at desc, l.linked)
        select p.id from archive.learner p where p.id in (select root from said where linked)
            or p.merged_into in (select root from said where linked)""";

    private static final String GUARDIANS_OF_MANY = """
        with said as (
            select distinct on (file, root) coalesce(f.merged_into, f.id) as file, coalesce(p.merged_into, p.id) as root,
                l.learner, l.linked
            from archive.link l join archive.learner p on p.id = l.person join archive.learner f on f.id = l.learner
            where l.tenant = ? and l.learner = any (?::uuid[]) and l.relation = 'GUARDIAN'
            order by file, root, l.at desc, l.linked)
        select learner, root as id from said where linked
        union all select said.learner, p.id from said join archive.learner p on p.merged_into = said.root
            where said.linked""";

    private LinkTable() {
    }

    static void add(Sql sql, TenantId tenant, List<Entry> entries) throws SQLException {
        List<Fact.Linked> links = entries.stream().map(Entry::fact).filter(Fact.Linked.class::isInstance)
                .map(Fact.Linked.class::cast).toList();
        if (!links.isEmpty()) {
            sql.update(ADD, tenant.value(), Sql.ids(links, Fact.Linked::learner), Sql.ids(links, Fact.Linked::person),
                    Sql.texts(links, link -> link.relation().name()),
                    Sql.texts(links, link -> Boolean.toString(link.on())), Sql.texts(links, Fact.Linked::author),
                    Sql.times(links, link -> Text.storable(link.at())));
        }
    }

    static List<LinkedPerson> behind(Sql sql, TenantId tenant, List<UUID> parts) throws SQLException {
        return read(sql, PEOPLE, tenant, parts);
    }

    static List<LinkedPerson> learnersOf(Sql sql, TenantId tenant, List<UUID> parts) throws SQLException {
        return read(sql, LEARNERS, tenant, parts);
    }

    private static List<LinkedPerson> read(Sql sql, String query, TenantId tenant, List<UUID> parts)
            throws SQLException {
        UUID[] ids = parts.toArray(UUID[]::new);
        return sql.list(query, row -> new LinkedPerson(Sql.id(row, "id"), row.getString("name"),
                Relation.valueOf(row.getString("relation")), row.getString("author"), Sql.instant(row, "at")),
                tenant.value(), ids, ids);
    }

    /** All ids of those who are guardians now. */
    static List<UUID> guardians(Sql sql, TenantId tenant, List<UUID> parts) throws SQLException {
        return sql.list(GUARDIANS, row -> Sql.id(row, "id"), tenant.value(), parts.toArray(UUID[]::new));
    }

    /** As {@link #guardians}, by the part of a file that they were linked to last. */
    static Map<UUID, Set<UUID>> guardiansOfMany(Sql sql, TenantId tenant, Collection<UUID> parts)
            throws SQLException {
        record Guardian(UUID part, UUID id) {}
        return sql.list(GUARDIANS_OF_MANY, row -> new Guardian(Sql.id(row, "learner"), Sql.id(row, "id")),
                tenant.value(), parts.toArray(UUID[]::new)).stream().collect(Collectors.groupingBy(Guardian::part,
                        Collectors.mapping(Guardian::id, Collectors.toSet())));
    }
}
