// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.TicketRules;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Statements;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What schools decide about their tickets. */
@Component
public final class SqlTicketRules implements TicketRules {
    private final TicketStore store;
    private final Announcer announcer;

    @Activate
    public SqlTicketRules(@Reference TicketStore store, @Reference Announcer announcer) {
        this.store = store;
        this.announcer = announcer;
    }

    @Override
    public List<Rule> rules(TenantId tenant) {
        return store.of(tenant, sql -> Ruling.of(sql, tenant));
    }

    @Override
    public void setRule(TenantId tenant, Area area, @Nullable UUID course, @Nullable UUID account) {
        if (account != null && account.equals(new UUID(0, 0))) {
            throw new IllegalArgumentException("somebody answers, or there is no rule");
        }
        change(tenant, sql -> Ruling.set(sql, tenant, area, course, account));
    }

    @Override
    public List<Term> terms(TenantId tenant) {
        return List.copyOf(store.of(tenant, sql -> Limiting.terms(sql, tenant)).values());
    }

    @Override
    public void setTerm(TenantId tenant, Term term) {
        change(tenant, sql -> sql.update("insert into ticket.term (tenant, area, respond_hours, resolve_days)"
                + " values (?, ?, ?, ?) on conflict (tenant, area) do update set"
                + " respond_hours = excluded.respond_hours, resolve_days = excluded.resolve_days", tenant.value(),
                term.area().name(), term.respondHours(), term.resolveDays()));
    }

    @Override
    public List<SubCode> codes(TenantId tenant) {
        return store.of(tenant, sql -> sql.list(
                "select * from ticket.code where tenant = ? and not gone order by area, nth",
                row -> new SubCode(Area.valueOf(row.getString("area")), row.getString("code"), row.getString("name")),
                tenant.value()));
    }

    @Override
    public void setCode(TenantId tenant, SubCode code) {
        change(tenant, sql -> sql.update("insert into ticket.code (tenant, area, code, name) values (?, ?, ?, ?)"
                + " on conflict (tenant, area, code) do update set name = excluded.name, gone = false",
                tenant.value(), code.area().name(), code.code(), Text.of(code.name(), 60)));
    }

    @Override
    public void removeCode(TenantId tenant, Area area, String code) {
        change(tenant,
                sql -> sql.update("update ticket.code set gone = true where tenant = ? and area = ? and code = ?",
                        tenant.value(), area.name(), code));
    }

    @Override
    public Limits limits(TenantId tenant) {
        return store.of(tenant, sql -> Limiting.of(sql, tenant));
    }

    @Override
    public void setLimits(TenantId tenant, Limits limits) {
        change(tenant, sql -> sql.update("insert into ticket.limits (tenant, low_satisfaction, asks, ask_days)"
                + " values (?, ?, ?, ?) on conflict (tenant) do update set"
                + " low_satisfaction = excluded.low_satisfaction, asks = excluded.asks, ask_days = excluded.ask_days",
                tenant.value(), limits.lowSatisfaction(), limits.asks(), limits.askDays()));
    }

    private void change(TenantId tenant, Statements<Integer> work) {
        store.of(tenant, work);
        announcer.tell(tenant, SqlTickets.TOPIC);
    }
}
