// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseRole;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** The table of places. */
final class Places {
    private static final String COLUMNS = "tenant, course, learner, role, role_at, since, joined, left_at, halfway_at,"
            + " finished_at, owed, plan, first_access, last_active, milestones, access_until, access_at, lessons_left,"
            + " lessons_at, test_score, test_passed, test_at, refund_asked, refunded, complained, satisfaction,"
            + " satisfied_at, look_at, plan_since, access_from, access_from_at";

    private static final String SELECT = "select " + COLUMNS + " from revisit.place p ";

    /** Each part by its own index, then all of them in one order: who locks part after part can be waited for. */
    private static final String ANY = SELECT + """
        where (course, learner) in (
            select * from unnest(?::uuid[], ?::uuid[])
            union select course, learner from revisit.place where course = any (?::uuid[])
            union select course, learner from revisit.place where learner = any (?::uuid[]))
        order by course, learner for update""";

    private static final String NAMED = SELECT + """
        where (course, learner) in (select * from unnest(?::uuid[], ?::uuid[])) order by course, learner for update""";

    private static final String SAVE = "insert into revisit.place (" + COLUMNS + ") " + """
        select * from unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[],
            ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::bool[], ?::uuid[],
            ?::timestamptz[], ?::timestamptz[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::int[], ?::timestamptz[],
            ?::int[], ?::bool[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::int[],
            ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
            ?::timestamptz[])
        on conflict (course, learner) do update set role = excluded.role, role_at = excluded.role_at,
            since = excluded.since, joined = excluded.joined, left_at = excluded.left_at,
            halfway_at = excluded.halfway_at, finished_at = excluded.finished_at, owed = excluded.owed,
            plan = excluded.plan, first_access = excluded.first_access, last_active = excluded.last_active,
            milestones = excluded.milestones, access_until = excluded.access_until, access_at = excluded.access_at,
            lessons_left = excluded.lessons_left, lessons_at = excluded.lessons_at, test_score = excluded.test_score,
            test_passed = excluded.test_passed, test_at = excluded.test_at, refund_asked = excluded.refund_asked,
            refunded = excluded.refunded, complained = excluded.complained, satisfaction = excluded.satisfaction,
            satisfied_at = excluded.satisfied_at, look_at = excluded.look_at,
            plan_since = excluded.plan_since, access_from = excluded.access_from,
            access_from_at = excluded.access_from_at""";

    private static final String KEY = "revisit.place ";
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended(?, 0))";
    private static final String TOGETHER = "select pg_advisory_xact_lock_shared(hashtextextended(?, 0))";

    private static final String LOCK_ALL = """
        select count(*) from (select from revisit.place p where p.tenant = ? and p.owed
            order by course, learner for update) locked""";

    /**
     * A place as it is kept.
     *
     * @param owed was ever on the roster as a learner
     * @param plan that holds, or null
     * @param lookAt when a trigger could next become true with time alone, or null
     * @param planSince when they came under it from another or from none, or null: they joined under it
     */
    record Kept(Place place, boolean owed, @Nullable UUID plan, @Nullable Instant lookAt,
            @Nullable Instant planSince) {
        /** Another plan holds for them from now on; with null, since they joined. */
        Kept under(@Nullable UUID other, @Nullable Instant since) {
            return new Kept(place, owed, other, lookAt, since);
        }

        Kept lookAt(@Nullable Instant at) {
            return new Kept(place, owed, plan, at, planSince);
        }
    }

    private Places() {
    }

    /** Those named; locked in the order of their keys. */
    static Map<PlaceKey, Kept> load(Sql sql, Collection<PlaceKey> keys) throws SQLException {
        return read(sql, NAMED, Sql.ids(keys, PlaceKey::course), Sql.ids(keys, PlaceKey::learner));
    }

    /** Those named, all of the courses and all of the learners; locked in the order of their keys. */
    static Map<PlaceKey, Kept> load(Sql sql, Collection<PlaceKey> keys, Set<UUID> courses, Set<UUID> learners)
            throws SQLException {
        return courses.isEmpty() && learners.isEmpty()
                ? load(sql, keys)
                : read(sql, ANY, Sql.ids(keys, PlaceKey::course), Sql.ids(keys, PlaceKey::learner),
                        courses.toArray(UUID[]::new), learners.toArray(UUID[]::new));
    }

    /** Those that meet a condition; locked in the order of their keys. */
    static Map<PlaceKey, Kept> where(Sql sql, String condition, @Nullable Object... parameters) throws SQLException {
        return read(sql, SELECT + "where " + condition + " order by course, learner for update", parameters);
    }

    /** A page of those to whom something is or was owed, in the order of their keys; whoever writes them locks all before. */
    static Map<PlaceKey, Kept> page(Sql sql, TenantId tenant, @Nullable PlaceKey after, int limit)
            throws SQLException {
        return after == null
                ? read(sql, SELECT + "where p.tenant = ? and p.owed order by course, learner limit ?", tenant.value(),
                        limit)
                : read(sql, SELECT + "where p.tenant = ? and p.owed and (p.course, p.learner) > (?, ?)"
                        + " order by course, learner limit ?", tenant.value(), after.course(), after.learner(), limit);
    }

    /**
     * So that what is told of them meanwhile comes before or after, and is not written over; nobody is added either, until
     * the transaction ends.
     */
    static void lockAll(Sql sql, TenantId tenant) throws SQLException {
        sql.list(ALONE, row -> true, KEY + tenant.value());
        sql.list(LOCK_ALL, row -> row.getLong(1), tenant.value());
    }

    /** To be asked for before places are added: not while all of a school are {@linkplain #lockAll locked}. */
    static void mayAdd(Sql sql, SortedSet<String> tenants) throws SQLException {
        for (String tenant : tenants) {
            sql.list(TOGETHER, row -> true, KEY + tenant);
        }
    }

    private static Map<PlaceKey, Kept> read(Sql sql, String query, @Nullable Object... parameters)
            throws SQLException {
        var places = new TreeMap<PlaceKey, Kept>();
        sql.list(query, row -> places.put(key(row), kept(row)), parameters);
        return places;
    }

    static void save(Sql sql, Map<PlaceKey, Kept> places) throws SQLException {
        if (places.isEmpty()) {
            return;
        }
        var keys = places.keySet();
        var kept = places.values();
        var signs = kept.stream().map(k -> k.place().signs()).toList();
        var access = signs.stream().map(Signs::access).toList();
        sql.update(SAVE, Sql.texts(keys, k -> k.tenant().value()),
                Sql.ids(keys, PlaceKey::course), Sql.ids(keys, PlaceKey::learner),
                Sql.texts(kept, k -> k.place().role().name()),
                Sql.times(kept, k -> k.place().roleAt()), Sql.times(kept, k -> k.place().since()),
                Sql.times(kept, k -> k.place().joined()), Sql.times(kept, k -> k.place().left()),
                Sql.times(kept, k -> k.place().halfway()), Sql.times(kept, k -> k.place().finished()),
                Sql.flags(kept, Kept::owed), Sql.ids(kept, Kept::plan), Sql.times(signs, Signs::firstAccess),
                Sql.times(signs, Signs::lastActive), Sql.texts(signs, s -> s.milestones().toString()),
                Sql.times(access, Access::until), Sql.times(access, Access::untilAt),
                Sql.numbers(access, Access::lessonsLeft), Sql.times(access, Access::lessonsAt),
                Sql.numbers(signs, s -> s.test() == null ? null : s.test().score()),
                Sql.flags(signs, s -> s.test() == null ? null : s.test().passed()),
                Sql.times(signs, s -> s.test() == null ? null : s.test().at()), Sql.times(signs, Signs::refundAsked),
                Sql.times(signs, Signs::refunded), Sql.times(signs, Signs::complained),
                Sql.numbers(signs, s -> s.answer() == null ? null : s.answer().satisfaction()),
                Sql.times(signs, s -> s.answer() == null ? null : s.answer().at()), Sql.times(kept, Kept::lookAt),
                Sql.times(kept, Kept::planSince), Sql.times(access, Access::from),
                Sql.times(access, Access::fromAt));
    }

    private static PlaceKey key(ResultSet row) throws SQLException {
        return new PlaceKey(new TenantId(row.getString("tenant")), Sql.id(row, "course"), Sql.id(row, "learner"));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(new Place(CourseRole.valueOf(row.getString("role")), Sql.instant(row, "role_at"),
                Sql.instant(row, "since"), Sql.time(row, "joined"), Sql.time(row, "left_at"),
                Sql.time(row, "halfway_at"), Sql.time(row, "finished_at"), signs(row)), row.getBoolean("owed"),
                row.getObject("plan", UUID.class), Sql.time(row, "look_at"), Sql.time(row, "plan_since"));
    }

    private static Signs signs(ResultSet row) throws SQLException {
        Instant tested = Sql.time(row, "test_at");
        Instant answered = Sql.time(row, "satisfied_at");
        return new Signs(Sql.time(row, "first_access"), Sql.time(row, "last_active"),
                Milestones.parse(row.getString("milestones")),
                new Access(Sql.time(row, "access_from"), Sql.time(row, "access_from_at"),
                        Sql.time(row, "access_until"), Sql.time(row, "access_at"),
                        row.getObject("lessons_left", Integer.class), Sql.time(row, "lessons_at")),
                tested == null
                        ? null
                        : new Signs.Test(row.getInt("test_score"), row.getBoolean("test_passed"), tested),
                Sql.time(row, "refund_asked"), Sql.time(row, "refunded"), Sql.time(row, "complained"),
                answered == null ? null : new Signs.Answer(row.getInt("satisfaction"), answered));
    }
}
