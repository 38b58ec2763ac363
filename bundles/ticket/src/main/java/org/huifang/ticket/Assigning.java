// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.ticket.ThreadEntry;
import org.huifang.persistence.Announcer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives tickets to another owner. */
@Component(service = Assigning.class)
public final class Assigning {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String OPEN = "where t.tenant = ? and t.id = any (?::uuid[]) and t.state <> 'CLOSED'"
            + " and t.owner <> ? order by t.id for update";

    private final TicketStore store;
    private final Working working;
    private final Announcer announcer;

    @Activate
    public Assigning(@Reference TicketStore store, @Reference Working working, @Reference Announcer announcer) {
        this.store = store;
        this.working = working;
        this.announcer = announcer;
    }

    Map<UUID, UUID> assign(TenantId tenant, Collection<UUID> ids, UUID owner, UUID by) {
        if (owner.equals(NOBODY)) {
            throw new IllegalArgumentException("a ticket has an owner");
        }
        Instant now = working.now();
        Map<UUID, UUID> before = store.of(tenant, sql -> {
            List<Case> open = Cases.list(sql, OPEN, tenant.value(), ids.toArray(UUID[]::new), owner);
            var owners = new HashMap<UUID, UUID>();
            for (Case one : open) {
                Cases.save(sql, one.ownedBy(owner));
                Line.add(sql, tenant, one.id(), List.of(new Line(ThreadEntry.Kind.ASSIGNED, owner.toString(), "",
                        "staff:" + by, now)));
                owners.put(one.id(), one.owner());
            }
            return Map.copyOf(owners);
        });
        if (!before.isEmpty()) {
            announcer.tell(tenant, SqlTickets.TOPIC);
        }
        return before;
    }
}
