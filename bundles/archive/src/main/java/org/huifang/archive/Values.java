// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    private Values() {
    }

    /** The values that hold, by field. */
    static Map<String, FieldValue> current(Sql sql, TenantId tenant, List<UUID> parts) throws SQLException {
        return Ranks.read(sql, tenant).winners(
                sql.list(CURRENT, row -> Said.read(row).shown(), (Object) parts.toArray(UUID[]::new)));
    }

    static List<FieldValue> history(Sql sql, List<UUID> parts, String field) throws SQLException {
        return sql.list(HISTORY, row -> Said.read(row).shown(), parts.toArray(UUID[]::new), field);
    }

    static Map<UUID, List<FieldValue>> ofMany(Sql sql, TenantId tenant, Collection<UUID> learners)
            throws SQLException {
        Ranks ranks = Ranks.read(sql, tenant);
        var values = new HashMap<UUID, List<FieldValue>>();
        allOfMany(sql, tenant, learners)
                .forEach((id, all) -> values.put(id, List.copyOf(ranks.winners(all).values())));
        return values;
    }

    static Map<UUID, List<FieldValue>> allOfMany(Sql sql, TenantId tenant, Collection<UUID> learners)
            throws SQLException {
        record Owned(UUID root, FieldValue value) {}
        UUID[] ids = learners.toArray(UUID[]::new);
        var current = new HashMap<UUID, List<FieldValue>>();
        for (Owned owned : sql.list(OF_MANY, row -> new Owned(Sql.id(row, "root"), Said.read(row).shown()),
                tenant.value(), ids, ids)) {
            current.computeIfAbsent(owned.root, id -> new ArrayList<>()).add(owned.value);
        }
        return current;
    }
}
