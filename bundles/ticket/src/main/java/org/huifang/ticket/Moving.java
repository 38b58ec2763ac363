// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.Change;
import org.huifang.api.Jobs;
import org.huifang.api.TenantId;
import org.huifang.api.calendar.WorkCalendar;
import org.huifang.api.ticket.Move;
import org.huifang.api.ticket.Moved;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves tickets on: the row, the thread, what the archive and the raiser are told, in one transaction. */
@Component(service = Moving.class)
public final class Moving {
    private final TicketStore store;
    private final Working working;
    private final Relay relay;
    private final Announcer announcer;
    private final Jobs jobs;

    @Activate
    public Moving(@Reference TicketStore store, @Reference Working working, @Reference Relay relay,
            @Reference Announcer announcer, @Reference Jobs jobs) {
        this.store = store;
        this.working = working;
        this.relay = relay;
        this.announcer = announcer;
        this.jobs = jobs;
    }

    /** What is to be done with a ticket that nobody else touches meanwhile. */
    interface Doing {
        Steps.Taken with(Steps steps, Sql sql) throws SQLException;
    }

    Moved move(TenantId tenant, UUID id, Move move, String author) {
        return move(tenant, id, author, (steps, sql) -> steps.take(move));
    }

    Moved move(TenantId tenant, UUID id, String author, Doing doing) {
        WorkCalendar work = working.calendar(tenant);
        Instant now = working.now();
        Case[] after = new Case[1];
        Moved moved = store.of(tenant, sql -> {
            Optional<Case> found = Cases.lock(sql, id);
            if (found.isEmpty()) {
                return new Moved.Refused(Set.of(Moved.Reason.UNKNOWN));
            }
            Case one = found.get();
            var steps = new Steps(one, work, Limiting.term(sql, tenant, one.area()), Limiting.of(sql, tenant), now,
                    author);
            Steps.Taken taken = doing.with(steps, sql);
            if (!taken.refused.isEmpty()) {
                return new Moved.Refused(taken.refused);
            }
            keep(sql, taken, author, now);
            after[0] = taken.after;
            return new Moved.Done(taken.after.ticket());
        });
        if (after[0] != null) {
            relay.tellNow(id);
            announce(after[0]);
            jobs.wake(SendMessages.NAME);
        }
        return moved;
    }

    static void keep(Sql sql, Steps.Taken taken, String author, Instant now) throws SQLException {
        Case after = taken.after;
        Cases.save(sql, after);
        Line.add(sql, after.tenant(), after.id(), taken.lines);
        if (taken.toTell()) {
            Told.add(sql, after, taken.said, author, now);
        }
        Post.Kind post = taken.post;
        if (post != null) {
            Post.add(sql, after, post, taken.said, now, null);
        }
        if (taken.askedAnew) {
            Post.askAnew(sql, after.id(), now);
        }
    }

    void announce(Case after) {
        announcer.tell(List.of(new Change(after.tenant(), SqlTickets.TOPIC, after.raised().learner(),
                after.raised().course())));
    }
}
