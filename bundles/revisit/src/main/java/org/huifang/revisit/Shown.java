// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Feedback;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.Planned;
import org.huifang.api.revisit.Promise;
import org.huifang.api.revisit.State;
import org.huifang.api.ticket.Area;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Obligations as others see them: with their attempts, and overdue when they are. */
final class Shown {
    private static final String ATTEMPTS = """
        select key, obligation, agent, outcome, note, call_back, at, seconds from revisit.attempt
        where obligation = any (?::uuid[]) order by obligation, nth""";

    private static final String FEEDBACK = """
        select f.attempt, f.area, f.code, f.said, f.problem from revisit.feedback f
        join revisit.attempt a on a.tenant = f.tenant and a.key = f.attempt
        where a.obligation = any (?::uuid[]) order by f.attempt, f.nth""";

    private static final String PROMISES = """
        select p.attempt, p.what, p.by from revisit.promise p
        join revisit.attempt a on a.tenant = p.tenant and a.key = p.attempt
        where a.obligation = any (?::uuid[]) order by p.attempt, p.nth""";

    private static final String ARRANGED = """
        select o.id, o.owner, o.hold, o.hold_until, c.id as contact, c.channel, c.at, c.notified,
            array(select t.id from revisit.obligation t where t.contact = c.id and t.state in ('SCHEDULED', 'DUE')
                order by t.due, t.id) as together
        from revisit.obligation o left join lateral (
            select id, channel, at, notified from revisit.contact where id = o.contact and not over offset 0) c on true
        where o.id = any (?::uuid[])""";

    /** Who answers, and when it is planned. */
    private record Arranged(UUID owner, @Nullable Planned planned, @Nullable Hold hold) {}

    private Shown() {
    }

    static List<Obligation> all(Sql sql, List<Owed> rows, Instant now) throws SQLException {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = (Object) Sql.ids(rows, Owed::id);
        Map<UUID, List<Feedback>> feedback = new HashMap<>();
        Map<UUID, List<Promise>> promises = new HashMap<>();
        Map<UUID, List<Attempt>> attempts = new HashMap<>();
        sql.list(FEEDBACK, row -> feedback.computeIfAbsent(Sql.id(row, "attempt"), k -> new ArrayList<>())
                .add(new Feedback(Area.valueOf(row.getString("area")), row.getString("code"), row.getString("said"),
                        row.getBoolean("problem"))),
                ids);
        sql.list(PROMISES, row -> promises.computeIfAbsent(Sql.id(row, "attempt"), k -> new ArrayList<>())
                .add(new Promise(row.getString("what"), Sql.instant(row, "by"))), ids);
        sql.list(ATTEMPTS, row -> attempts.computeIfAbsent(Sql.id(row, "obligation"), id -> new ArrayList<>())
                .add(attempt(row, feedback, promises)), ids);
        Map<UUID, Arranged> arranged = new HashMap<>();
        sql.list(ARRANGED, row -> arranged.put(Sql.id(row, "id"), arranged(row)), ids);
        return rows.stream().map(o -> {
            Arranged a = arranged.getOrDefault(o.id(), new Arranged(o.owner(), null, null));
            return new Obligation(o.id(), o.learner(), o.course(), o.step(), o.title(), o.kind(), o.origin(),
                    state(o, now), o.opens(), o.due(), o.settled(), o.reason(), a.owner, o.minutes(),
                    o.state().open() ? a.planned : null, o.state().open() ? a.hold : null,
                    attempts.getOrDefault(o.id(), List.of()));
        }).toList();
    }

    static Obligation one(Sql sql, Owed row, Instant now) throws SQLException {
        return all(sql, List.of(row), now).getFirst();
    }

    private static Arranged arranged(ResultSet row) throws SQLException {
        UUID contact = row.getObject("contact", UUID.class);
        String hold = row.getString("hold");
        return new Arranged(Sql.id(row, "owner"),
                contact == null
                        ? null
                        : new Planned(contact, row.getString("channel"), Sql.instant(row, "at"),
                                Planned.Notified.valueOf(row.getString("notified")),
                                List.of((UUID[]) row.getArray("together").getArray())),
                hold == null ? null : new Hold(Hold.Reason.valueOf(hold), Sql.time(row, "hold_until")));
    }

    private static State state(Owed owed, Instant now) {
        return owed.state() == State.DUE && owed.due().isBefore(now) ? State.OVERDUE : owed.state();
    }

    private static Attempt attempt(ResultSet row, Map<UUID, List<Feedback>> feedback,
            Map<UUID, List<Promise>> promises) throws SQLException {
        UUID key = Sql.id(row, "key");
        return new Attempt(key, Sql.id(row, "agent"), Outcome.valueOf(row.getString("outcome")),
                row.getString("note"), Sql.time(row, "call_back"), Sql.instant(row, "at"), row.getInt("seconds"),
                feedback.getOrDefault(key, List.of()), promises.getOrDefault(key, List.of()));
    }
}
