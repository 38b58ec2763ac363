// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Job;
import org.huifang.api.TenantId;
import org.huifang.api.calendar.WorkCalendar;
import org.huifang.api.ticket.ThreadEntry;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells whoever stands above the owner when something is late: a supervisor at once, an admin a working day later; each
 * once in a round.
 */
@Component
public final class Escalate implements Job {
    static final String NAME = "ticket.escalate";
    private static final int BATCH = 500;
    private static final int HIGHEST = 2;
    private static final Duration WORKING_DAY = Duration.ofHours(8);

    private final TicketStore store;
    private final Working working;
    private final Owners owners;
    private final Moving moving;

    @Activate
    public Escalate(@Reference TicketStore store, @Reference Working working, @Reference Owners owners,
            @Reference Moving moving) {
        this.store = store;
        this.working = working;
        this.owners = owners;
        this.moving = moving;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        Instant now = working.now();
        UUID after = new UUID(0, 0);
        while (true) {
            UUID from = after;
            List<Case> late = store.ofAll(sql -> late(sql, from, now));
            for (Case one : late) {
                escalate(one, now);
                after = one.id();
            }
            if (late.size() < BATCH) {
                return false;
            }
        }
    }

    private static List<Case> late(Sql sql, UUID after, Instant now) throws SQLException {
        return Cases.list(sql, "where t.state <> 'CLOSED' and t.escalation < ? and t.due < ? and t.id > ?"
                + " and (t.escalated is null or t.escalated < ?) order by t.id limit ?", HIGHEST, now, after,
                now.minus(WORKING_DAY), BATCH);
    }

    private void escalate(Case late, Instant now) {
        TenantId tenant = late.tenant();
        WorkCalendar work = working.calendar(tenant);
        int level = late.escalation() + 1;
        Instant before = late.escalated();
        if (before != null && work.between(before, now).compareTo(WORKING_DAY) < 0) {
            return;
        }
        Optional<UUID> above = owners.above(tenant, late.owner(), late.raised().course(), level,
                working.today(tenant));
        Optional<Case> escalated = store.of(tenant, sql -> {
            // Another node may have been faster, or it has moved on.
            Optional<Case> one = Cases.lock(sql, late.id())
                    .filter(c -> c.escalation() == late.escalation() && c.ticket().late(now));
            if (one.isEmpty()) {
                return one;
            }
            Case told = one.get().escalated(level, now);
            Cases.save(sql, told);
            Line.add(sql, tenant, told.id(), List.of(new Line(ThreadEntry.Kind.ESCALATED,
                    above.map(UUID::toString).orElse(""), Integer.toString(level), "huifang", now)));
            if (above.isPresent()) {
                Alarm.add(sql, told, above.get(), level, now);
            }
            return Optional.of(told);
        });
        escalated.ifPresent(moving::announce);
    }
}
