// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.TicketRules;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Who answers for which area in which course. */
final class Ruling {
    private static final UUID ALL = new UUID(0, 0);

    private Ruling() {
    }

    static List<TicketRules.Rule> of(Sql sql, TenantId tenant) throws SQLException {
        return sql.list("select * from ticket.rule where tenant = ? order by area, course",
                row -> new TicketRules.Rule(Area.valueOf(row.getString("area")), course(Sql.id(row, "course")),
                        Sql.id(row, "account")),
                tenant.value());
    }

    static int set(Sql sql, TenantId tenant, Area area, @Nullable UUID course, @Nullable UUID account)
            throws SQLException {
        UUID of = course == null ? ALL : course;
        return account == null
                ? sql.update("delete from ticket.rule where tenant = ? and area = ? and course = ?", tenant.value(),
                        area.name(), of)
                : sql.update("insert into ticket.rule (tenant, area, course, account) values (?, ?, ?, ?)"
                        + " on conflict (tenant, area, course) do update set account = excluded.account",
                        tenant.value(), area.name(), of, account);
    }

    private static @Nullable UUID course(UUID id) {
        return id.equals(ALL) ? null : id;
    }
}
