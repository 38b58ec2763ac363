// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.persistence.Sql;

/**
 * Which files are shown as one. Merging moves nothing: each fact stays with the file it was recorded for, so that a split
 * gives back exactly what there was. Merges are a tree, and {@code learner.merged_into} is its root.
 */
final class Merges {
    private static final String MERGE = """
        with ends as (
            select (select coalesce(merged_into, id) from archive.learner where tenant = ? and id = ?) as kept,
                (select coalesce(merged_into, id) from archive.learner where tenant = ? and id = ?) as absorbed),
        edge as (insert into archive.merge (tenant, kept, absorbed)
            select ?, kept, absorbed from ends where kept <> absorbed returning kept, absorbed)
        update archive.learner l set merged_into = edge.kept from edge
        where l.id = edge.absorbed or l.merged_into = edge.absorbed""";
    private static final String SPLIT = """
        with recursive edge as (update archive.merge set split = clock_timestamp()
                where tenant = ? and absorbed = ? and split is null returning absorbed),
            below as (select absorbed as part from edge
                union select m.absorbed from archive.merge m join below on m.kept = below.part where m.split is null)
        update archive.learner l set merged_into = case when l.id = edge.absorbed then null else edge.absorbed end
        from below, edge where l.id = below.part""";
    private static final String APART = """
        insert into archive.likeness (tenant, one, other, field, apart)
        values (?, least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), '', true)
        on conflict (one, other) do update set apart = true""";
    private static final String TOGETHER = """
        update archive.likeness set apart = false
        where one = least(?::uuid, ?::uuid) and other = greatest(?::uuid, ?::uuid) and field <> '' and apart""";
    private static final String PARTS_AT = """
        with recursive edges as (select kept, absorbed from archive.merge
                where tenant = ? and merged <= ? and (split is null or split > ?)),
            above as (select ?::uuid as id union select e.kept from edges e join above on e.absorbed = above.id),
            root as (select id from above where not exists (select from edges e where e.absorbed = above.id)),
            parts as (select id from root union select e.absorbed from edges e join parts on e.kept = parts.id)
        select id from parts order by id <> (select id from root), id""";
    private static final String PARTS = """
        select id from archive.learner where tenant = ? and (id = ? or merged_into = ?) order by id <> ?, id""";
    private static final String ROOT = "select coalesce(merged_into, id) as id from archive.learner"
            + " where tenant = ? and id = ?";

    private final TenantId tenant;
    private final Sql sql;

    Merges(TenantId tenant, Sql sql) {
        this.tenant = tenant;
        this.sql = sql;
    }

    /** The files that these entries merge, split or keep apart. */
    static Set<UUID> learners(Collection<Entry> entries) {
        return entries.stream().flatMap(entry -> named(entry.fact())).collect(Collectors.toSet());
    }

    /** All files that a fact about a file names. */
    static Stream<UUID> named(Fact fact) {
        return switch (fact) {
            case Fact.Merged merged -> Stream.of(merged.learner(), merged.absorbed());
            case Fact.Split split -> Stream.of(split.learner(), split.released());
            case Fact.KeptApart apart -> Stream.of(apart.learner(), apart.other());
            default -> Stream.of();
        };
    }

    /**
     * Carries out what people decided, in the order of the entries; the files are locked already.
     *
     * @return the files that may look otherwise now
     */
    Set<UUID> take(List<Entry> entries) throws SQLException {
        var changed = new HashSet<UUID>();
        for (Entry entry : entries) {
            switch (entry.fact()) {
                case Fact.Merged merged -> {
                    sql.update(MERGE, tenant.value(), merged.learner(), tenant.value(), merged.absorbed(),
                            tenant.value());
                    likeness(TOGETHER, merged.learner(), merged.absorbed());
                }
                case Fact.Split split -> {
                    // whoever said it may have had another file in mind than the one that it is shown under
                    changed.addAll(sql.list(ROOT, row -> Sql.id(row, "id"), tenant.value(), split.released()));
                    sql.update(SPLIT, tenant.value(), split.released());
                    if (!split.reason().equals(Fact.Split.UNDONE)) {
                        apart(split.learner(), split.released());
                    }
                }
                case Fact.KeptApart kept -> apart(kept.learner(), kept.other());
                default -> {
                    continue;
                }
            }
            named(entry.fact()).forEach(changed::add);
        }
        return changed;
    }

    private void apart(UUID one, UUID other) throws SQLException {
        if (!one.equals(other)) {
            sql.update(APART, tenant.value(), one, other, one, other);
        }
    }

    private void likeness(String statement, UUID one, UUID other) throws SQLException {
        sql.update(statement, one, other, one, other);
    }

    /** The file's own id first, then those that are shown under it; empty when there is none of this id. */
    static List<UUID> parts(Sql sql, TenantId tenant, UUID learner) throws SQLException {
        List<UUID> root = sql.list(ROOT, row -> Sql.id(row, "id"), tenant.value(), learner);
        return root.isEmpty()
                ? root
                : sql.list(PARTS, row -> Sql.id(row, "id"), tenant.value(), root.getFirst(), root.getFirst(),
                        root.getFirst());
    }

    /** As {@link #parts}, as it was at a time. */
    static List<UUID> parts(Sql sql, TenantId tenant, UUID learner, Instant at) throws SQLException {
        return sql.list(PARTS_AT, row -> Sql.id(row, "id"), tenant.value(), at, at, learner);
    }
}
