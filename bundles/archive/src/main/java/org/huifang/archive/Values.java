// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.FieldValue;
import org.huifang.persistence.Sql;

/** Reads values of files. */
final class Values {
    private static final String CURRENT = "select " + Said.COLUMNS
            + " from archive.identity_value where learner = any (?::uuid[]) and superseded is null";
    private static final String HISTORY = "select " + Said.COLUMNS
            + " from archive.identity_value where learner = any (?::uuid[]) and field = ? order by recorded desc, id desc";
    private static final String OF_MANY = """
        select coalesce(p.merged_into, p.id) as root, v.id, v.learner, v.field, v.source, v.value,
            coalesce(v.author, v.source) as author, v.confidence, v.since, v.said, v.recorded, v.superseded
        from archive.learner p join archive.identity_value v on v.learner = p.id and v.superseded is null
        where p.tenant = ? and (p.id = any (?::uuid[]) or p.merged_into = any (?::uuid[]))""";

    private static final String PARTS = """
        select id, coalesce(merged_into, id) as root from archive.learner
        where tenant = ? and (id = any (?::uuid[]) or merged_into = any (?::uuid[]))""";

    /** What is said now of one person. */
    record Current(Ranks ranks, Collection<Said> said, FoundWrong found) {
        Map<String, FieldValue> winners() {
            return ranks.winners(said, found);
        }

        List<FieldValue> others() {
            return ranks.others(said, winners());
        }
    }

    private Values() {
    }

    static Current current(Sql sql, TenantId tenant, List<UUID> parts) throws SQLException {
        return new Current(Ranks.read(sql, tenant),
                sql.list(CURRENT, Said::read, (Object) parts.toArray(UUID[]::new)), FoundWrong.of(sql, parts));
    }

    static List<FieldValue> history(Sql sql, List<UUID> parts, String field) throws SQLException {
        return sql.list(HISTORY, row -> Said.read(row).shown(), parts.toArray(UUID[]::new), field);
    }

    /** The values that hold. */
    static Map<UUID, List<FieldValue>> ofMany(Sql sql, TenantId tenant, Collection<UUID> learners)
            throws SQLException {
        record Part(UUID id, UUID root) {}
        Ranks ranks = Ranks.read(sql, tenant);
        UUID[] ids = learners.toArray(UUID[]::new);
        Map<UUID, UUID> parts = sql.list(PARTS, row -> new Part(Sql.id(row, "id"), Sql.id(row, "root")),
                tenant.value(), ids, ids).stream().collect(Collectors.toMap(Part::id, Part::root));
        Map<UUID, FoundWrong> found = FoundWrong.ofMany(sql, parts);
        var values = new HashMap<UUID, List<FieldValue>>();
        said(sql, tenant, ids).forEach((id, all) -> values.put(id, List.copyOf(
                ranks.winners(all, found.getOrDefault(id, FoundWrong.NOTHING)).values())));
        return values;
    }

    static Map<UUID, List<FieldValue>> allOfMany(Sql sql, TenantId tenant, Collection<UUID> learners)
            throws SQLException {
        var values = new HashMap<UUID, List<FieldValue>>();
        said(sql, tenant, learners.toArray(UUID[]::new))
                .forEach((id, all) -> values.put(id, all.stream().map(Said::shown).toList()));
        return values;
    }

    private static Map<UUID, List<Said>> said(Sql sql, TenantId tenant, UUID[] ids) throws SQLException {
        record Owned(UUID root, Said value) {}
        var current = new HashMap<UUID, List<Said>>();
        for (Owned owned : sql.list(OF_MANY, row -> new Owned(Sql.id(row, "root"), Said.read(row)), tenant.value(),
                ids, ids)) {
            current.computeIfAbsent(owned.root, id -> new ArrayList<>()).add(owned.value);
        }
        return current;
    }
}
