// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Word to a member of staff that a ticket is late. */
record Alarm(TenantId tenant, UUID id, UUID ticket, UUID account, int level, Instant at) {
    static void add(Sql sql, Case late, UUID account, int level, Instant at) throws SQLException {
        sql.update("insert into ticket.alarm (tenant, id, ticket, account, level, at, next_try)"
                + " values (?, ?, ?, ?, ?, ?, ?)", late.tenant().value(), UUID.randomUUID(), late.id(), account, level,
                at, at);
    }

    static List<Alarm> waiting(Sql sql, Instant now, int limit) throws SQLException {
        return sql.list("select * from ticket.alarm where next_try <= ? order by next_try limit ?",
                row -> new Alarm(new TenantId(row.getString("tenant")), Sql.id(row, "id"), Sql.id(row, "ticket"),
                        Sql.id(row, "account"), row.getInt("level"), Sql.instant(row, "at")),
                now, limit);
    }

    /**
     * @param sent when it went, or null
     * @param next when to try again, or null: never
     */
    int tried(Sql sql, @Nullable Instant sent, @Nullable Instant next) throws SQLException {
        return sql.update("update ticket.alarm set sent = ?, next_try = ? where id = ?", sent, next, id);
    }
}
