// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.TicketRules;
import org.huifang.persistence.Sql;

/** What schools decided about their tickets, or else Huifang's own values. */
final class Limiting {
    private static final int RESPOND_HOURS = 8;
    private static final int RESOLVE_DAYS = 5;

    private Limiting() {
    }

    /** Of all schools that decided something. */
    static Map<TenantId, TicketRules.Limits> all(Sql sql) throws SQLException {
        return sql.list("select * from ticket.limits", row -> Map.entry(new TenantId(row.getString("tenant")),
                limits(row))).stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static TicketRules.Limits of(Sql sql, TenantId tenant) throws SQLException {
        List<TicketRules.Limits> own = sql.list("select * from ticket.limits where tenant = ?", Limiting::limits,
                tenant.value());
        return own.isEmpty() ? TicketRules.Limits.DEFAULT : own.getFirst();
    }

    static Map<Area, TicketRules.Term> terms(Sql sql, TenantId tenant) throws SQLException {
        var terms = new EnumMap<Area, TicketRules.Term>(Area.class);
        for (Area area : Area.values()) {
            terms.put(area, new TicketRules.Term(area, RESPOND_HOURS, RESOLVE_DAYS));
        }
        sql.list("select * from ticket.term where tenant = ?", row -> new TicketRules.Term(
                Area.valueOf(row.getString("area")), row.getInt("respond_hours"), row.getInt("resolve_days")),
                tenant.value()).forEach(own -> terms.put(own.area(), own));
        return terms;
    }

    static TicketRules.Term term(Sql sql, TenantId tenant, Area area) throws SQLException {
        TicketRules.Term term = terms(sql, tenant).get(area);
        return term == null ? new TicketRules.Term(area, RESPOND_HOURS, RESOLVE_DAYS) : term;
    }

    private static TicketRules.Limits limits(ResultSet row) throws SQLException {
        return new TicketRules.Limits(row.getInt("low_satisfaction"), row.getInt("asks"), row.getInt("ask_days"));
    }
}
