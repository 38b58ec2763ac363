// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.State;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** The table of obligations: how rows are found, locked and written. Who answers and when it is planned is written elsewhere. */
final class Obligations {
    static final String COLUMNS = "o.tenant, o.id, o.learner, o.course, o.step, o.nth, o.kind, o.origin, o.title, o.plan,"
            + " o.minutes, o.notice, o.skill, o.owner, o.state, o.opens, o.due, o.settled, o.reason, o.unanswered, o.waiting,"
            + " o.fell_due, o.by_hand";

    private static final String SELECT = "select " + COLUMNS + " from revisit.obligation o ";

    private static final String OF_PLACES = SELECT + """
        where (o.tenant, o.learner, o.course) in (select * from unnest(?::text[], ?::uuid[], ?::uuid[]))
        order by o.id""";

    private static final String LOCK_ALL = """
        select count(*) from (
            select from revisit.obligation where tenant = ? order by id for update) locked""";

    private static final String COUNT_OWED = """
        insert into revisit.owed as w (tenant, course, step, n)
        select tenant, course, step, count(*) from unnest(?::text[], ?::uuid[], ?::text[]) as j (tenant, course, step)
        group by 1, 2, 3 order by 2, 3
        on conflict (course, step) do update set n = w.n + excluded.n""";

    private static final String SAVE = """
        insert into revisit.obligation as o (tenant, id, learner, person, course, step, nth, kind, origin, title, plan,
            minutes, notice, skill, owner, state, opens, due, settled, reason, unanswered, waiting, fell_due, by_hand)
        select tenant, id, learner, learner, course, step, nth, kind, origin, title, plan, minutes, notice, skill, owner,
            state, opens, due, settled, reason, unanswered, waiting, fell_due, by_hand
        from unnest(?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[],
            ?::uuid[], ?::int[], ?::bool[], ?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[],
            ?::timestamptz[], ?::text[], ?::int[], ?::bool[], ?::bool[], ?::bool[])
            as n (tenant, id, learner, course, step, nth, kind, origin, title, plan, minutes, notice, skill, owner, state,
            opens, due, settled, reason, unanswered, waiting, fell_due, by_hand)
        on conflict (id) do update set state = excluded.state, opens = excluded.opens, due = excluded.due,
            settled = excluded.settled, reason = excluded.reason, unanswered = excluded.unanswered,
            waiting = excluded.waiting, fell_due = excluded.fell_due, by_hand = excluded.by_hand, kind = excluded.kind,
            title = excluded.title, plan = excluded.plan, minutes = excluded.minutes, notice = excluded.notice,
            skill = excluded.skill""";

    private Obligations() {
    }

    static List<Owed> of(Sql sql, Collection<PlaceKey> places) throws SQLException {
        return of(sql, OF_PLACES, places);
    }

    static List<Owed> lockOf(Sql sql, Collection<PlaceKey> places) throws SQLException {
        return of(sql, OF_PLACES + " for update", places);
    }

    /** All that is owed in a school; those who only read do not wait. */
    static void lockAll(Sql sql, TenantId tenant) throws SQLException {
        sql.list(LOCK_ALL, row -> row.getLong(1), tenant.value());
    }

    private static List<Owed> of(Sql sql, String query, Collection<PlaceKey> places) throws SQLException {
        return sql.list(query, Obligations::owed, Sql.texts(places, p -> p.tenant().value()),
                Sql.ids(places, PlaceKey::learner), Sql.ids(places, PlaceKey::course));
    }

    static @Nullable Owed lock(Sql sql, TenantId tenant, UUID id) throws SQLException {
        return sql.one(SELECT + "where o.tenant = ? and o.id = ? for update", Obligations::owed, tenant.value(), id)
                .orElse(null);
    }

    /** In an order that is the same for all who lock several. */
    static List<Owed> lock(Sql sql, TenantId tenant, Collection<UUID> ids) throws SQLException {
        return sql.list(SELECT + "where o.tenant = ? and o.id = any (?::uuid[]) order by o.id for update",
                Obligations::owed, tenant.value(), ids.toArray(UUID[]::new));
    }

    static @Nullable Owed find(Sql sql, TenantId tenant, UUID id) throws SQLException {
        return sql.one(SELECT + "where o.tenant = ? and o.id = ?", Obligations::owed, tenant.value(), id).orElse(null);
    }

    static List<Owed> list(Sql sql, String where, List<? extends @Nullable Object> parameters) throws SQLException {
        return sql.list(SELECT + where, Obligations::owed, new ArrayList<>(parameters).toArray());
    }

    /** Counts what is owed from now on, by step: the side of the conservation law that no obligation touches. */
    static void countOwed(Sql sql, Collection<Owed> added) throws SQLException {
        if (added.isEmpty()) {
            return;
        }
        sql.update(COUNT_OWED, Sql.texts(added, o -> o.tenant().value()), Sql.ids(added, Owed::course),
                Sql.texts(added, Owed::step));
    }

    static void save(Sql sql, Collection<Owed> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        sql.update(SAVE, Sql.texts(rows, o -> o.tenant().value()), Sql.ids(rows, Owed::id),
                Sql.ids(rows, Owed::learner), Sql.ids(rows, Owed::course), Sql.texts(rows, Owed::step),
                Sql.numbers(rows, Owed::nth), Sql.texts(rows, o -> o.kind().name()),
                Sql.texts(rows, o -> o.origin().name()), Sql.texts(rows, Owed::title), Sql.ids(rows, Owed::plan),
                Sql.numbers(rows, Owed::minutes), Sql.flags(rows, Owed::notice),
                Sql.texts(rows, Owed::skill), Sql.ids(rows, Owed::owner),
                Sql.texts(rows, o -> o.state().name()), Sql.times(rows, Owed::opens), Sql.times(rows, Owed::due),
                Sql.times(rows, Owed::settled), Sql.texts(rows, Owed::reason), Sql.numbers(rows, Owed::unanswered),
                Sql.flags(rows, Owed::waiting), Sql.flags(rows, Owed::fellDue), Sql.flags(rows, Owed::byHand));
        Replan.ask(sql, rows);
    }

    static Owed owed(ResultSet row) throws SQLException {
        return new Owed(new TenantId(row.getString("tenant")), Sql.id(row, "id"), Sql.id(row, "learner"),
                Sql.id(row, "course"), row.getString("step"), row.getInt("nth"), Kind.valueOf(row.getString("kind")),
                Origin.valueOf(row.getString("origin")), row.getString("title"), row.getObject("plan", UUID.class),
                row.getInt("minutes"), row.getBoolean("notice"), row.getString("skill"), Sql.id(row, "owner"),
                new Owed.Standing(State.valueOf(row.getString("state")), Sql.instant(row, "opens"),
                        Sql.instant(row, "due"), Sql.time(row, "settled"), row.getString("reason"),
                        row.getInt("unanswered"), row.getBoolean("waiting"), row.getBoolean("fell_due"),
                        row.getBoolean("by_hand")));
    }
}
