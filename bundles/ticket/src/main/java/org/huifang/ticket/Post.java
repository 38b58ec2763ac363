// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Something that a raiser is told: it stands on their own page, and goes out on a channel where one may be used. */
record Post(TenantId tenant, UUID id, UUID ticket, UUID learner, Kind kind, String said, Instant at) {
    /** What it is; each has its own frame of words. */
    enum Kind {
        ASK, REPLY, CHANGE
    }

    static void add(Sql sql, Case about, Kind kind, String said, Instant at, @Nullable UUID change)
            throws SQLException {
        sql.update("insert into ticket.message (tenant, id, ticket, change, learner, kind, said, at, next_try)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing", about.tenant().value(),
                UUID.randomUUID(), about.id(), change, about.raised().learner(), kind.name(), said, at, at);
    }

    static List<Post> waiting(Sql sql, Instant now, int limit) throws SQLException {
        return sql.list("select * from ticket.message where next_try <= ? order by next_try limit ?", Post::read, now,
                limit);
    }

    int sent(Sql sql, Instant when, String channel) throws SQLException {
        return sql.update("update ticket.message set sent = ?, channel = ?, why = '', next_try = null where id = ?",
                when, channel, id);
    }

    /**
     * What became of the questions about a solution.
     *
     * @param heard how many were sent, or stood on a page that the raiser opened
     * @param last when the last of these came to the raiser, or null
     * @param said whether its thread says already that the raiser must be asked by phone
     */
    record Reached(int heard, @Nullable Instant last, boolean said) {}

    static Reached reached(Sql sql, UUID ticket) throws SQLException {
        return sql.list("""
            select heard.number, heard.last, exists (select from ticket.entry e where e.ticket = t.id and e.how = ? and e.nth >
                (select max(s.nth) from ticket.entry s where s.ticket = t.id and s.kind = 'SOLVED'))
            from ticket.ticket t, lateral (select count(*) as number, max(least(m.sent, m.opened)) as last
                from ticket.message m where m.ticket = t.id and m.kind = 'ASK' and m.at >= t.asked_first
                and (m.sent is not null or m.opened is not null)) heard
            where t.id = ?""",
                row -> new Reached(row.getInt(1), Sql.time(row, "last"), row.getBoolean(3)), Line.UNREACHED, ticket)
                .getFirst();
    }

    /** The last question, which came to nobody, is tried anew. */
    static int askAnew(Sql sql, UUID ticket, Instant now) throws SQLException {
        return sql.update("""
            update ticket.message set at = ?, next_try = ? where sent is null and opened is null and id = (
              select id from ticket.message where ticket = ? and kind = 'ASK' order by at desc, id limit 1)""", now,
                now, ticket);
    }

    /** The raiser looks at the page that asks. */
    static int opened(Sql sql, UUID ticket, Instant now) throws SQLException {
        return sql.update("update ticket.message set opened = ? where ticket = ? and kind = 'ASK' and sent is null"
                + " and opened is null", now, ticket);
    }

    /** @param next when to try again, or null: never */
    int failed(Sql sql, String why, @Nullable Instant next) throws SQLException {
        return sql.update("update ticket.message set why = ?, next_try = ? where id = ? and sent is null", why, next,
                id);
    }

    private static Post read(ResultSet row) throws SQLException {
        return new Post(new TenantId(row.getString("tenant")), Sql.id(row, "id"), Sql.id(row, "ticket"),
                Sql.id(row, "learner"), Kind.valueOf(row.getString("kind")), row.getString("said"),
                Sql.instant(row, "at"));
    }
}
