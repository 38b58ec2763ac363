// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.PersonKey;
import org.huifang.persistence.Sql;

/**
 * Which file a source's key belongs to; opens a file for a key that is new. Of two writers at once one opens it. Keys are
 * looked up one by one (lateral): a planner without statistics yet would read the whole table for each.
 */
final class KeyTable {
    /** A key as both tables have it. */
    record Key(TenantId tenant, String source, String name) {
        static Key of(TenantId tenant, PersonKey person) {
            return new Key(tenant, person.source(), person.subject());
        }

        static Key of(TenantId tenant, CourseKey course) {
            return new Key(tenant, course.source(), course.context());
        }
    }

    private static final int MOST_KNOWN = 100_000;

    private final String select;
    private final String open;
    /** Keys never move to another file, so what was committed once stays true. */
    private final Map<Key, UUID> known = new ConcurrentHashMap<>();

    private KeyTable(String select, String open) {
        this.select = select;
        this.open = open;
    }

    static KeyTable ofPeople() {
        return new KeyTable(
                """
            select k.source, k.name, t.file from (select ?::text as tenant) school
            cross join unnest(?::text[], ?::text[], ?::uuid[]) as k (source, name, file)
            cross join lateral (select learner as file from archive.identity_key t
                where t.tenant = school.tenant and t.source = k.source and t.subject = k.name offset 0) t""",
                """
            with fresh as (
                insert into archive.identity_key (tenant, source, subject, learner)
                select ?, source, name, coalesce(file, gen_random_uuid())
                from unnest(?::text[], ?::text[], ?::uuid[]) as k (source, name, file)
                order by source collate "C", name collate "C" on conflict do nothing
                returning tenant, source, subject as name, learner as file),
            opened as (insert into archive.learner (tenant, id, name) select distinct on (file) tenant, file, name
                from fresh where not exists (select from archive.learner l where l.id = fresh.file))
            select source, name, file from fresh""");
    }

    static KeyTable ofCourses() {
        return new KeyTable(
                """
            select k.source, k.name, t.file from (select ?::text as tenant) school
            cross join unnest(?::text[], ?::text[], ?::uuid[]) as k (source, name, file)
            cross join lateral (select course as file from archive.course_key t
                where t.tenant = school.tenant and t.source = k.source and t.context = k.name offset 0) t""",
                """
            with fresh as (
                insert into archive.course_key (tenant, source, context, course)
                select ?, source, name, coalesce(file, gen_random_uuid())
                from unnest(?::text[], ?::text[], ?::uuid[]) as k (source, name, file)
                order by source collate "C", name collate "C" on conflict do nothing
                returning tenant, source, context as name, course as file),
            opened as (insert into archive.course (tenant, id, title) select tenant, file, name from fresh)
            select source, name, file from fresh""");
    }

    /** Whether {@link #resolve} needs no statement for these. */
    boolean knows(Collection<Key> keys) {
        return known.keySet().containsAll(keys);
    }

    /**
     * The files of these keys of one tenant. Call {@link #remember} with them once the transaction is committed.
     *
     * @param files where a key that is new belongs, for keys of which that is known
     */
    Map<Key, UUID> resolve(Connection connection, TenantId tenant, Collection<Key> keys, Map<Key, UUID> files)
            throws SQLException {
        var found = new HashMap<Key, UUID>();
        Set<Key> missing = new LinkedHashSet<>();
        for (Key key : keys) {
            UUID file = known.get(key);
            if (file == null) {
                missing.add(key);
            } else {
                found.put(key, file);
            }
        }
        // The last step finds what another writer committed between the first and the second.
        for (String step : List.of(select, open, select)) {
            if (!missing.isEmpty()) {
                found.putAll(ask(connection, step, tenant, missing, files));
                missing.removeAll(found.keySet());
            }
        }
        return found;
    }

    private static Map<Key, UUID> ask(Connection connection, String sql, TenantId tenant, Set<Key> keys,
            Map<Key, UUID> files) throws SQLException {
        record Found(Key key, UUID file) {}
        List<Found> rows = new Sql(connection).list(sql,
                row -> new Found(new Key(tenant, row.getString("source"), row.getString("name")), Sql.id(row, "file")),
                tenant.value(), keys.stream().map(Key::source).toArray(String[]::new),
                keys.stream().map(Key::name).toArray(String[]::new), Sql.ids(keys, files::get));
        return rows.stream().collect(Collectors.toMap(Found::key, Found::file));
    }

    void remember(Map<Key, UUID> committed) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        known.putAll(committed);
    }
}
