// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.ticket.TicketState;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** A move on its way to the archive. @param id of the row; it makes the delivery's key */
record Told(TenantId tenant, long id, UUID ticket, UUID learner, @Nullable UUID course, String title,
        TicketState state, String said, String author, Instant at) {
    private static final String ADD = """
        insert into ticket.outbox (tenant, ticket, learner, course, title, state, said, author, at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    static void add(Sql sql, Case after, String said, String author, Instant at) throws SQLException {
        Case.Raised r = after.raised();
        sql.update(ADD, r.tenant().value(), r.id(), r.learner(), r.course(), r.title(), after.state().name(), said,
                author, at);
    }

    static List<Told> oldest(Sql sql, int limit) throws SQLException {
        return sql.list("select * from ticket.outbox order by id limit ?", Told::read, limit);
    }

    static List<Told> of(Sql sql, UUID ticket) throws SQLException {
        return sql.list("select * from ticket.outbox where ticket = ? order by id", Told::read, ticket);
    }

    static int remove(Sql sql, Collection<Told> facts) throws SQLException {
        return sql.update("delete from ticket.outbox where id = any (?::bigint[])",
                (Object) facts.stream().map(Told::id).toArray(Long[]::new));
    }

    Delivery delivery() {
        return new Delivery(tenant, "ticket", ticket + ":" + id,
                List.of(new Fact.TicketMoved(learner, ticket, course, title, state, said, author, at)));
    }

    private static Told read(ResultSet row) throws SQLException {
        return new Told(new TenantId(row.getString("tenant")), row.getLong("id"), Sql.id(row, "ticket"),
                Sql.id(row, "learner"), row.getObject("course", UUID.class), row.getString("title"),
                TicketState.valueOf(row.getString("state")), row.getString("said"), row.getString("author"),
                Sql.instant(row, "at"));
    }
}
