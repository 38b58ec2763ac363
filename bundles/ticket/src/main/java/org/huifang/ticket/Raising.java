// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.Change;
import org.huifang.api.TenantId;
import org.huifang.api.calendar.WorkCalendar;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.NewTicket;
import org.huifang.api.ticket.ThreadEntry;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketRules;
import org.huifang.api.ticket.TicketState;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes tickets of problems, one for each key; whoever answers for them is found beforehand. */
@Component(service = Raising.class)
public final class Raising {
    private static final int TITLE = 200;
    private static final int SAID = 5_000;

    private record Place(Area area, @Nullable UUID course) {}

    private final TicketStore store;
    private final Working working;
    private final Owners owners;
    private final Relay relay;
    private final Announcer announcer;

    @Activate
    public Raising(@Reference TicketStore store, @Reference Working working, @Reference Owners owners,
            @Reference Relay relay, @Reference Announcer announcer) {
        this.store = store;
        this.working = working;
        this.owners = owners;
        this.relay = relay;
        this.announcer = announcer;
    }

    /** @throws IllegalStateException when the school has no account that could answer */
    Ticket raise(TenantId tenant, NewTicket problem) {
        UUID owner = problem.owner();
        Map<Place, UUID> answering = owner == null ? answering(tenant, List.of(problem)) : Map.of();
        if (owner == null && answering.isEmpty()) {
            throw new IllegalStateException("nobody in this school could answer for a ticket");
        }
        WorkCalendar work = working.calendar(tenant);
        List<Case> raised = store.of(tenant, sql -> raise(sql, tenant, List.of(problem), answering, work));
        after(tenant, raised);
        raised.forEach(one -> relay.tellNow(one.id()));
        return store.of(tenant, sql -> Cases.list(sql, "where t.tenant = ? and t.key = ?", tenant.value(),
                problem.key())).getFirst().ticket();
    }

    /** Makes tickets of what was heard of a school. How many problems were taken; 0 while nobody could answer. */
    int raiseHeard(TenantId tenant, int limit) {
        List<Heard> heard = store.of(tenant, sql -> Heard.oldest(sql, tenant, limit));
        Map<Place, UUID> answering = answering(tenant, heard.stream().map(Heard::problem).toList());
        if (answering.isEmpty()) {
            return 0;
        }
        WorkCalendar work = working.calendar(tenant);
        List<Case> raised = store.of(tenant, sql -> {
            // What another node took meanwhile is not ours any more.
            Set<Long> ours = new HashSet<>(Heard.take(sql, heard));
            return raise(sql, tenant, heard.stream().filter(h -> ours.contains(h.id())).map(Heard::problem).toList(),
                    answering, work);
        });
        after(tenant, raised);
        return heard.size();
    }

    /** Whoever answers, for each area and course among these; empty when there is nobody. */
    private Map<Place, UUID> answering(TenantId tenant, List<NewTicket> problems) {
        LocalDate today = working.today(tenant);
        List<TicketRules.Rule> rules = store.of(tenant, sql -> Ruling.of(sql, tenant));
        var answering = new HashMap<Place, UUID>();
        for (Place place : problems.stream().map(Raising::place).collect(Collectors.toSet())) {
            Optional<UUID> owner = owners.of(tenant, place.area, place.course, rules, today);
            if (owner.isEmpty()) {
                return Map.of();
            }
            answering.put(place, owner.get());
        }
        return answering;
    }

    private List<Case> raise(Sql sql, TenantId tenant, List<NewTicket> problems, Map<Place, UUID> answering,
            WorkCalendar work) throws SQLException {
        // The row is locked until the end: one after the other in a school, so that numbers have no gaps.
        long number = sql.list("insert into ticket.number as n (tenant, last) values (?, 0)"
                + " on conflict (tenant) do update set last = n.last returning last", row -> row.getLong(1),
                tenant.value()).getFirst();
        Set<String> known = new HashSet<>(sql.list(
                "select key from ticket.ticket where tenant = ? and key = any (?::text[])", row -> row.getString(1),
                tenant.value(), Sql.texts(problems, NewTicket::key)));
        Map<Area, TicketRules.Term> terms = Limiting.terms(sql, tenant);
        Instant now = working.now();
        var raised = new ArrayList<Case>();
        for (NewTicket problem : problems) {
            if (!known.add(problem.key())) {
                continue;
            }
            number++;
            UUID owner = problem.owner();
            Case one = fresh(tenant, number, problem,
                    owner == null ? Objects.requireNonNull(answering.get(place(problem))) : owner,
                    Clocks.from(problem.raised(), work, Objects.requireNonNull(terms.get(problem.area()))));
            Cases.add(sql, one, problem.key());
            Line.add(sql, tenant, one.id(), List.of(new Line(ThreadEntry.Kind.RAISED, one.raised().said(), "",
                    problem.author(), problem.raised())));
            Told.add(sql, one, "", problem.author(), now);
            raised.add(one);
        }
        sql.update("update ticket.number set last = ? where tenant = ?", number, tenant.value());
        return raised;
    }

    private void after(TenantId tenant, List<Case> raised) {
        announcer.tell(raised.stream().map(
                one -> new Change(tenant, SqlTickets.TOPIC, one.raised().learner(), one.raised().course())).distinct()
                .toList());
    }

    private static Place place(NewTicket problem) {
        return new Place(problem.area(), problem.course());
    }

    private static Case fresh(TenantId tenant, long number, NewTicket p, UUID owner, Clocks clocks) {
        var raised = new Case.Raised(tenant, UUID.randomUUID(), number, p.learner(), p.course(), p.obligation(),
                Text.of(p.title(), TITLE), Text.of(p.said(), SAID), p.raised());
        return new Case(raised, p.area(), p.code(), TicketState.NEW, owner, clocks, Solution.NONE, 0, null, 0, null,
                null, false);
    }
}
