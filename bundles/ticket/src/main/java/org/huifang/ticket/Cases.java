// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.TicketFile;
import org.huifang.api.ticket.TicketState;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** The rows of tickets. */
final class Cases {
    static final String SELECT = """
        select t.tenant, t.id, t.number, t.learner, t.course, t.obligation, t.area, t.code, t.title, t.said, t.state,
            t.owner, t.raised, t.started, t.respond_by, t.responded, t.first_responded, t.resolve_by, t.left_seconds,
            t.paused, t.wait_until, t.escalation, t.escalated, t.cause, t.action, t.confirmed, t.confirmed_how, t.confirmed_by,
            t.asked, t.asked_first, t.ask_next, t.reopened, t.change, t.closed, t.unanswered, t.due
        from ticket.ticket t
        """;

    private static final String SAVE = """
        update ticket.ticket set area = ?, code = ?, state = ?, owner = ?, started = ?, respond_by = ?, responded = ?,
            first_responded = ?, resolve_by = ?, left_seconds = ?, paused = ?, wait_until = ?, escalation = ?, escalated = ?,
            cause = ?, action = ?, confirmed = ?, confirmed_how = ?, confirmed_by = ?, asked = ?, asked_first = ?, ask_next = ?,
            reopened = ?, change = ?, closed = ?, unanswered = ?
        where id = ?""";

    private static final String ADD = """
        insert into ticket.ticket (tenant, id, key, number, learner, course, obligation, area, code, title, said, state,
            owner, raised, started, respond_by, resolve_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'NEW', ?, ?, ?, ?, ?)""";

    private Cases() {
    }

    static void add(Sql sql, Case one, String key) throws SQLException {
        Case.Raised r = one.raised();
        sql.update(ADD, r.tenant().value(), r.id(), key, r.number(), r.learner(), r.course(), r.obligation(),
                one.area().name(), one.code(), r.title(), r.said(), one.owner(), r.at(), one.clocks().started(),
                one.clocks().respondBy(), one.clocks().resolveBy());
    }

    static List<Case> list(Sql sql, String where, @Nullable Object... parameters) throws SQLException {
        return sql.list(SELECT + where, Cases::read, parameters);
    }

    static Optional<Case> find(Sql sql, TenantId tenant, UUID id) throws SQLException {
        return list(sql, "where t.tenant = ? and t.id = ?", tenant.value(), id).stream().findFirst();
    }

    /** Nobody else moves it until the end of the transaction. */
    static Optional<Case> lock(Sql sql, UUID id) throws SQLException {
        return list(sql, "where t.id = ? for update", id).stream().findFirst();
    }

    static void save(Sql sql, Case one) throws SQLException {
        Clocks c = one.clocks();
        Solution s = one.solution();
        TicketFile.Confirmation word = s.confirmation();
        sql.update(SAVE, one.area().name(), one.code(), one.state().name(), one.owner(), c.started(), c.respondBy(),
                c.responded(), c.first(), c.resolveBy(), c.left(), c.paused(), c.waits(), one.escalation(),
                one.escalated(),
                s.cause(), s.action(), word == null ? null : word.at(), word == null ? "" : word.how(),
                word == null ? "" : word.author(), s.asked(), s.askedFirst(), s.askNext(), one.reopened(),
                one.change(), one.closed(), one.unanswered(), one.id());
    }

    static Case read(ResultSet row) throws SQLException {
        var raised = new Case.Raised(new TenantId(row.getString("tenant")), Sql.id(row, "id"), row.getLong("number"),
                Sql.id(row, "learner"), row.getObject("course", UUID.class), row.getObject("obligation", UUID.class),
                row.getString("title"), row.getString("said"), Sql.instant(row, "raised"));
        var clocks = new Clocks(Sql.instant(row, "started"), Sql.instant(row, "respond_by"),
                Sql.time(row, "responded"), Sql.time(row, "first_responded"), Sql.time(row, "resolve_by"),
                row.getObject("left_seconds", Long.class), Sql.time(row, "paused"),
                Sql.time(row, "wait_until"));
        return new Case(raised, Area.valueOf(row.getString("area")), row.getString("code"),
                TicketState.valueOf(row.getString("state")), Sql.id(row, "owner"), clocks, solution(row),
                row.getInt("escalation"), Sql.time(row, "escalated"), row.getInt("reopened"),
                row.getObject("change", UUID.class), Sql.time(row, "closed"), row.getBoolean("unanswered"));
    }

    private static Solution solution(ResultSet row) throws SQLException {
        var at = Sql.time(row, "confirmed");
        return new Solution(row.getString("cause"), row.getString("action"),
                at == null
                        ? null
                        : new TicketFile.Confirmation(at, row.getString("confirmed_how"),
                                row.getString("confirmed_by")),
                row.getInt("asked"), Sql.time(row, "asked_first"), Sql.time(row, "ask_next"));
    }
}
