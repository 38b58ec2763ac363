// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.time.Instant;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketState;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it is kept.
 *
 * @param escalated when somebody above was told last, or null
 * @param unanswered closed without the raiser's word
 */
record Case(Raised raised, Area area, String code, TicketState state, UUID owner, Clocks clocks, Solution solution,
        int escalation, @Nullable Instant escalated, int reopened, @Nullable UUID change, @Nullable Instant closed,
        boolean unanswered) {

    /** What never changes of it. */
    record Raised(TenantId tenant, UUID id, long number, UUID learner, @Nullable UUID course,
            @Nullable UUID obligation, String title, String said, Instant at) {}

    UUID id() {
        return raised.id();
    }

    TenantId tenant() {
        return raised.tenant();
    }

    Case in(TicketState other) {
        return new Case(raised, area, code, other, owner, clocks, solution, escalation, escalated, reopened, change,
                closed, unanswered);
    }

    Case with(Clocks other) {
        return new Case(raised, area, code, state, owner, other, solution, escalation, escalated, reopened, change,
                closed, unanswered);
    }

    Case with(Solution other) {
        return new Case(raised, area, code, state, owner, clocks, other, escalation, escalated, reopened, change,
                closed, unanswered);
    }

    Case classified(Area otherArea, String otherCode) {
        return new Case(raised, otherArea, otherCode, state, owner, clocks, solution, escalation, escalated, reopened,
                change, closed, unanswered);
    }

    Case linked(@Nullable UUID other) {
        return new Case(raised, area, code, state, owner, clocks, solution, escalation, escalated, reopened, other,
                closed, unanswered);
    }

    Case ownedBy(UUID other) {
        return new Case(raised, area, code, state, other, clocks, solution, escalation, escalated, reopened, change,
                closed, unanswered);
    }

    Case escalated(int level, Instant now) {
        return new Case(raised, area, code, state, owner, clocks, solution, level, now, reopened, change, closed,
                unanswered);
    }

    Case closed(Instant now, Clocks ended, boolean withoutAnswer) {
        return new Case(raised, area, code, TicketState.CLOSED, owner, ended, solution.askedNoMore(), escalation,
                escalated, reopened, change, now, withoutAnswer);
    }

    Case again(Clocks fresh) {
        return new Case(raised, area, code, TicketState.WORKING, owner, fresh, solution.failed(), 0, null, reopened + 1,
                change, null, false);
    }

    Ticket ticket() {
        return new Ticket(raised.id(), raised.number(), raised.learner(), raised.course(), raised.obligation(), area,
                code, raised.title(), state, owner, raised.at(),
                clocks.responded() == null && state != TicketState.CLOSED ? clocks.respondBy() : null,
                clocks.resolveBy(), clocks.paused(), escalation, solution.cause(), solution.action(),
                solution.confirmation() != null, reopened, change, closed);
    }
}
