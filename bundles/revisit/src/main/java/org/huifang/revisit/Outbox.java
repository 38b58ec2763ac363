// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Feedback;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.State;
import org.huifang.api.ticket.Area;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Facts that are true here and not yet told to the archive, in the order in which they became true. */
final class Outbox {
    private static final String COLUMNS = "tenant, kind, key, obligation, learner, course, step, due, at, outcome, state,"
            + " agent, said, satisfaction, recommendation, channel, area, code, problem";

    private static final String ADD = "insert into revisit.outbox (" + COLUMNS + ") " + """
        select tenant, kind, key, obligation, learner, course, step, due, at, outcome, state, agent, said, satisfaction,
            recommendation, channel, area, code, problem
        from unnest(?::text[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[],
            ?::timestamptz[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::int[], ?::int[],
            ?::text[], ?::text[], ?::text[], ?::bool[]) with ordinality
            as t (tenant, kind, key, obligation, learner, course, step, due, at, outcome, state, agent, said, satisfaction,
            recommendation, channel, area, code, problem, nth) order by nth""";

    private Outbox() {
    }

    static void add(Sql sql, Collection<Told> facts) throws SQLException {
        if (facts.isEmpty()) {
            return;
        }
        sql.update(ADD, Sql.texts(facts, t -> t.tenant().value()), Sql.texts(facts, t -> t.kind().name()),
                Sql.texts(facts, Told::key), Sql.ids(facts, Told::obligation), Sql.ids(facts, Told::learner),
                Sql.ids(facts, Told::course), Sql.texts(facts, Told::step), Sql.times(facts, Told::due),
                Sql.times(facts, Told::at), Sql.texts(facts, t -> name(t.outcome())),
                Sql.texts(facts, t -> name(t.state())), Sql.ids(facts, Told::agent), Sql.texts(facts, Told::said),
                Sql.numbers(facts, Told::satisfaction), Sql.numbers(facts, Told::recommendation),
                Sql.texts(facts, Told::channel),
                Sql.texts(facts, t -> t.feedback() == null ? null : t.feedback().area().name()),
                Sql.texts(facts, t -> t.feedback() == null ? null : t.feedback().code()),
                Sql.flags(facts, t -> t.feedback() == null ? null : t.feedback().problem()));
    }

    static List<Told> oldest(Sql sql, int limit) throws SQLException {
        return sql.list("select id, " + COLUMNS + " from revisit.outbox order by id limit ?", Outbox::told, limit);
    }

    static List<Told> of(Sql sql, UUID obligation) throws SQLException {
        return sql.list("select id, " + COLUMNS + " from revisit.outbox where obligation = ? order by id", Outbox::told,
                obligation);
    }

    static int remove(Sql sql, Collection<Told> facts) throws SQLException {
        return sql.update("delete from revisit.outbox where id = any (?::bigint[])",
                (Object) facts.stream().map(Told::id).toArray(Long[]::new));
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static Told told(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        String state = row.getString("state");
        return new Told(new TenantId(row.getString("tenant")), row.getLong("id"),
                Told.Kind.valueOf(row.getString("kind")),
                row.getString("key"), Sql.id(row, "obligation"), Sql.id(row, "learner"), Sql.id(row, "course"),
                row.getString("step"), Sql.instant(row, "due"), Sql.instant(row, "at"),
                outcome == null ? null : Outcome.valueOf(outcome), state == null ? null : State.valueOf(state),
                row.getObject("agent", UUID.class), row.getString("said"), row.getObject("satisfaction", Integer.class),
                row.getObject("recommendation", Integer.class), row.getString("channel"), feedback(row));
    }

    private static @Nullable Feedback feedback(ResultSet row) throws SQLException {
        String area = row.getString("area");
        return area == null
                ? null
                : new Feedback(Area.valueOf(area), row.getString("code"), row.getString("said"),
                        row.getBoolean("problem"));
    }
}
