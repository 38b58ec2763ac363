// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.NewTicket;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Problems that the timeline told of, on their way to a ticket. @param id of the row; 0 while it is not written */
record Heard(TenantId tenant, long id, NewTicket problem) {
    private static final String ADD = """
        insert into ticket.heard (tenant, key, learner, course, obligation, area, code, title, said, author, raised)
        select * from unnest(?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[],
            ?::text[], ?::text[], ?::timestamptz[])""";

    static void add(Sql sql, Collection<Heard> heard) throws SQLException {
        if (!heard.isEmpty()) {
            sql.update(ADD, Sql.texts(heard, h -> h.tenant.value()), Sql.texts(heard, h -> h.problem.key()),
                    Sql.ids(heard, h -> h.problem.learner()), Sql.ids(heard, h -> h.problem.course()),
                    Sql.ids(heard, h -> h.problem.obligation()), Sql.texts(heard, h -> h.problem.area().name()),
                    Sql.texts(heard, h -> h.problem.code()), Sql.texts(heard, h -> h.problem.title()),
                    Sql.texts(heard, h -> h.problem.said()), Sql.texts(heard, h -> h.problem.author()),
                    Sql.times(heard, h -> h.problem.raised()));
        }
    }

    /** Schools of which something was heard. */
    static List<TenantId> tenants(Sql sql) throws SQLException {
        return sql.list("select distinct tenant from ticket.heard order by tenant",
                row -> new TenantId(row.getString(1)));
    }

    static List<Heard> oldest(Sql sql, TenantId tenant, int limit) throws SQLException {
        return sql.list("select * from ticket.heard where tenant = ? order by id limit ?", Heard::read, tenant.value(),
                limit);
    }

    /** Takes these away; those that another node took meanwhile are not among the answer. */
    static List<Long> take(Sql sql, Collection<Heard> heard) throws SQLException {
        return sql.list("delete from ticket.heard where id = any (?::bigint[]) returning id", row -> row.getLong(1),
                (Object) heard.stream().map(Heard::id).toArray(Long[]::new));
    }

    private static Heard read(ResultSet row) throws SQLException {
        return new Heard(new TenantId(row.getString("tenant")), row.getLong("id"), new NewTicket(row.getString("key"),
                Sql.id(row, "learner"), row.getObject("course", UUID.class), row.getObject("obligation", UUID.class),
                Area.valueOf(row.getString("area")), row.getString("code"), row.getString("title"),
                row.getString("said"), null, row.getString("author"), Sql.instant(row, "raised")));
    }

    static Heard of(TenantId tenant, String key, UUID learner, @Nullable UUID course, @Nullable UUID obligation,
            Area area, String code, String title, String said, String author, Instant raised) {
        return new Heard(tenant, 0, new NewTicket(key, learner, course, obligation, area, code, title, said, null,
                author, raised));
    }
}
