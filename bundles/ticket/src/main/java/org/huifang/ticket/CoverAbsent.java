// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Job;
import org.huifang.api.TenantId;
import org.huifang.api.ticket.ThreadEntry;
import org.huifang.api.ticket.TicketRules;
import org.huifang.api.ticket.TicketState;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives open tickets of colleagues who are away today to those who cover them, also what waits: it goes on by itself some
 * day. Whoever is back takes up again what is solved and awaits the raiser's word; of whoever is gone for good everything that is not closed goes to somebody else.
 */
@Component
public final class CoverAbsent implements Job {
    static final String NAME = "ticket.cover";

    private record Owned(TenantId tenant, UUID owner) {}

    private final TicketStore store;
    private final Working working;
    private final Owners owners;
    private final Moving moving;

    @Activate
    public CoverAbsent(@Reference TicketStore store, @Reference Working working, @Reference Owners owners,
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
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean run() {
        List<Owned> all = store.ofAll(sql -> sql.list(
                "select distinct tenant, owner from ticket.ticket where state <> 'CLOSED'",
                row -> new Owned(new TenantId(row.getString(1)), Sql.id(row, "owner"))));
        all.forEach(this::cover);
        return false;
    }

    private void cover(Owned owned) {
        List<TicketRules.Rule> rules = store.of(owned.tenant, sql -> Ruling.of(sql, owned.tenant));
        boolean gone = owners.gone(owned.tenant, owned.owner);
        List<Case> open = store.of(owned.tenant, sql -> Cases.list(sql, "where t.tenant = ? and t.owner = ?"
                + (gone ? " and t.state <> 'CLOSED'" : " and t.state in ('NEW', 'WORKING', 'WAITING')"),
                owned.tenant.value(),
                owned.owner));
        Instant now = working.now();
        for (Case one : open) {
            var cover = owners.cover(owned.tenant, owned.owner, one.area(), one.raised().course(), rules,
                    working.today(owned.tenant));
            if (cover.isEmpty()) {
                // somebody may stand in for another area or course
                continue;
            }
            store.of(owned.tenant, sql -> {
                Optional<Case> locked = Cases.lock(sql, one.id())
                        .filter(c -> c.owner().equals(owned.owner) && c.state() != TicketState.CLOSED);
                if (locked.isPresent()) {
                    Cases.save(sql, locked.get().ownedBy(cover.get()));
                    Line.add(sql, owned.tenant, one.id(), List.of(new Line(ThreadEntry.Kind.COVERED,
                            cover.get().toString(), "", "huifang", now)));
                }
                return locked;
            });
            moving.announce(one);
        }
    }
}
