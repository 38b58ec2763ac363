// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.calendar.WorkCalendar;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.AreaCount;
import org.huifang.api.ticket.Move;
import org.huifang.api.ticket.Moved;
import org.huifang.api.ticket.NewTicket;
import org.huifang.api.ticket.ThreadEntry;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketFigures;
import org.huifang.api.ticket.TicketFile;
import org.huifang.api.ticket.TicketFilter;
import org.huifang.api.ticket.Tickets;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tickets in the database. */
@Component
public final class SqlTickets implements Tickets {
    static final String TOPIC = "ticket";

    private final TicketStore store;
    private final Working working;
    private final Raising raising;
    private final Moving moving;
    private final Assigning assigning;

    @Activate
    public SqlTickets(@Reference TicketStore store, @Reference Working working, @Reference Raising raising,
            @Reference Moving moving, @Reference Assigning assigning) {
        this.store = store;
        this.working = working;
        this.raising = raising;
        this.moving = moving;
        this.assigning = assigning;
    }

    @Override
    public Ticket raise(TenantId tenant, NewTicket raised) {
        return raising.raise(tenant, raised);
    }

    @Override
    public Optional<Ticket> find(TenantId tenant, UUID id) {
        return store.of(tenant, sql -> Cases.find(sql, tenant, id)).map(Case::ticket);
    }

    @Override
    public List<Ticket> of(TenantId tenant, Collection<UUID> learners) {
        return store.of(tenant, sql -> Listing.of(sql, tenant, learners)).stream().map(Case::ticket).toList();
    }

    @Override
    public Optional<TicketFile> file(TenantId tenant, UUID id) {
        WorkCalendar work = working.calendar(tenant);
        Instant now = working.now();
        return store.of(tenant, sql -> {
            Optional<Case> one = Cases.find(sql, tenant, id);
            List<ThreadEntry> thread = Line.thread(sql, id);
            return one.map(found -> file(found, thread, work, now));
        });
    }

    @Override
    public Page<Ticket> list(TenantId tenant, TicketFilter filter, @Nullable String after, int limit) {
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("a page has 1 to 500 tickets");
        }
        return store.of(tenant, sql -> Listing.page(sql, tenant, filter, after, limit, working.now()));
    }

    @Override
    public long count(TenantId tenant, TicketFilter filter) {
        return store.of(tenant, sql -> Listing.count(sql, tenant, filter, working.now()));
    }

    @Override
    public List<AreaCount> areas(TenantId tenant, @Nullable UUID course) {
        return store.of(tenant, sql -> Listing.areas(sql, tenant, course, working.now()));
    }

    @Override
    public Moved move(TenantId tenant, UUID id, Move move, UUID by) {
        return moving.move(tenant, id, move, "staff:" + by);
    }

    @Override
    public Map<UUID, UUID> assign(TenantId tenant, Collection<UUID> ids, UUID owner, UUID by) {
        return assigning.assign(tenant, ids, owner, by);
    }

    @Override
    public TicketFigures figures(TenantId tenant, @Nullable Area area, @Nullable UUID course, Instant from,
            Instant to) {
        List<Case> raised = store.of(tenant, sql -> Figures.raised(sql, tenant, area, course, from, to));
        return Figures.of(raised, working.calendar(tenant), working.now());
    }

    private static TicketFile file(Case one, List<ThreadEntry> thread, WorkCalendar work,
            Instant now) {
        Instant first = one.clocks().first();
        Duration took = first == null ? null : work.between(one.raised().at(), first);
        return new TicketFile(one.ticket(), one.raised().said(), first, took, one.clocks().left(now, work),
                one.solution().confirmation(), one.solution().asked(), one.solution().askedFirst(), one.unanswered(),
                thread);
    }
}
