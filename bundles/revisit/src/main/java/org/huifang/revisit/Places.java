// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseRole;

/** The table of places. */
final class Places {
    private static final String COLUMNS = "tenant, course, learner, role, role_at, since, joined, left_at, halfway_at,"
            + " finished_at, owed";

    private static final String NAMED = "select " + COLUMNS + "\n" + """
         from revisit.place where (course, learner) in (select * from unnest(?::uuid[], ?::uuid[]))""";

    private static final String OF_COURSES = "select " + COLUMNS
            + " from revisit.place where course = any (?::uuid[])";

    private static final String SAVE = "insert into revisit.place (" + COLUMNS + ") " + """
        select * from unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[],
            ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::bool[])
        on conflict (course, learner) do update set role = excluded.role, role_at = excluded.role_at,
            since = excluded.since, joined = excluded.joined, left_at = excluded.left_at,
            halfway_at = excluded.halfway_at, finished_at = excluded.finished_at, owed = excluded.owed""";

    /** @param owed was ever on the roster as a learner */
    record Kept(Place place, boolean owed) {}

    private Places() {
    }

    /** Those named, and all of the courses named. */
    static Map<PlaceKey, Kept> load(Sql sql, Collection<PlaceKey> keys, Set<UUID> courses) throws SQLException {
        var places = new TreeMap<PlaceKey, Kept>();
        sql.list(NAMED, row -> places.put(key(row), kept(row)), Sql.ids(keys, PlaceKey::course),
                Sql.ids(keys, PlaceKey::learner));
        if (!courses.isEmpty()) {
            sql.list(OF_COURSES, row -> places.put(key(row), kept(row)), (Object) courses.toArray(UUID[]::new));
        }
        return places;
    }

    static void save(Sql sql, Map<PlaceKey, Kept> places) throws SQLException {
        if (places.isEmpty()) {
            return;
        }
        var keys = places.keySet();
        var kept = places.values();
        sql.update(SAVE, Sql.texts(keys, k -> k.tenant().value()),
                Sql.ids(keys, PlaceKey::course), Sql.ids(keys, PlaceKey::learner),
                Sql.texts(kept, k -> k.place().role().name()),
                Sql.times(kept, k -> k.place().roleAt()), Sql.times(kept, k -> k.place().since()),
                Sql.times(kept, k -> k.place().joined()), Sql.times(kept, k -> k.place().left()),
                Sql.times(kept, k -> k.place().halfway()), Sql.times(kept, k -> k.place().finished()),
                kept.stream().map(Kept::owed).toArray(Boolean[]::new));
    }

    private static PlaceKey key(ResultSet row) throws SQLException {
        return new PlaceKey(new TenantId(row.getString("tenant")), Sql.id(row, "course"), Sql.id(row, "learner"));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(new Place(CourseRole.valueOf(row.getString("role")), Sql.instant(row, "role_at"),
                Sql.instant(row, "since"), Sql.time(row, "joined"), Sql.time(row, "left_at"),
                Sql.time(row, "halfway_at"), Sql.time(row, "finished_at")), row.getBoolean("owed"));
    }
}
