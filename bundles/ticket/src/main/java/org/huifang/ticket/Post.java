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
