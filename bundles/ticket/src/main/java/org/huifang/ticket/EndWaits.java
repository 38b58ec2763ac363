// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huifang.api.Job;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets what waits go on when its day has come, so that its owner sees it in the list again and it can be late: a wait
 * without an end is how a ticket is forgotten.
 */
@Component
public final class EndWaits implements Job {
    static final String NAME = "ticket.wait";
    private static final int BATCH = 200;

    private record Due(TenantId tenant, UUID ticket) {}

    private final TicketStore store;
    private final Working working;
    private final Moving moving;

    @Activate
    public EndWaits(@Reference TicketStore store, @Reference Working working, @Reference Moving moving) {
        this.store = store;
        this.working = working;
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
        List<Due> due = store.ofAll(sql -> sql.list("select tenant, id from ticket.ticket where state = 'WAITING'"
                + " and wait_until <= ? order by wait_until limit ?",
                row -> new Due(new TenantId(row.getString(1)), Sql.id(row, "id")), now, BATCH));
        for (Due one : due) {
            moving.move(one.tenant, one.ticket, "huifang", (steps, sql) -> steps.endWait());
        }
        return due.size() == BATCH;
    }
}
