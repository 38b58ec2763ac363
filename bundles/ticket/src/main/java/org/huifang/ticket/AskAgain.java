// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huifang.api.Job;
import org.huifang.api.TenantId;
import org.huifang.api.ticket.TicketState;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks raisers again whether it is solved, and closes what was asked as often as the rule says without an answer.
 * A question that came to nobody does not count: then the ticket stays open, and its thread says so.
 */
@Component
public final class AskAgain implements Job {
    static final String NAME = "ticket.ask";
    private static final int BATCH = 200;

    private record Due(TenantId tenant, UUID ticket) {}

    private final TicketStore store;
    private final Working working;
    private final Moving moving;

    @Activate
    public AskAgain(@Reference TicketStore store, @Reference Working working, @Reference Moving moving) {
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
        List<Due> due = store.ofAll(sql -> sql.list(
                "select tenant, id from ticket.ticket where state = 'SOLVED' and ask_next <= ? order by ask_next limit ?",
                row -> new Due(new TenantId(row.getString(1)), Sql.id(row, "id")), now, BATCH));
        for (Due one : due) {
            moving.move(one.tenant, one.ticket, "huifang",
                    (steps, sql) -> steps.askAgain(now, Post.reached(sql, one.ticket)));
        }
        return due.size() == BATCH;
    }

    /** Whether the raiser has said nothing since, and it is time. */
    static boolean due(Case one, Instant now) {
        Instant next = one.solution().askNext();
        return one.state() == TicketState.SOLVED && next != null && !next.isAfter(now);
    }
}
