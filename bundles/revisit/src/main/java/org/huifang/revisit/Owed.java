// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Instant;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.State;
import org.jspecify.annotations.Nullable;

/**
 * An obligation as it is stored: overdue is not a state here, for it comes with time alone.
 *
 * @param reason one of the constants here when exempt, else ""
 * @param unanswered attempts that found nobody
 * @param waiting a promised call-back keeps it out of the queue until it opens
 * @param fellDue it has entered the queue once, and the archive knows
 */
record Owed(TenantId tenant, UUID id, UUID learner, UUID course, String step, Kind kind, State state, Instant opens,
        Instant due, @Nullable Instant settled, String reason, int unanswered, boolean waiting, boolean fellDue) {
    /** The person left the course. */
    static final String LEFT = "left";
    /** The person is in the course, but not as a learner any more. */
    static final String OTHER_ROLE = "role";

    static Owed scheduled(PlaceKey place, Step step, Window window) {
        return new Owed(place.tenant(), UUID.randomUUID(), place.learner(), place.course(), step.code(), step.kind(),
                State.SCHEDULED, window.opens(), window.due(), null, "", 0, false, false);
    }

    PlaceKey place() {
        return new PlaceKey(tenant, course, learner);
    }

    Owed during(Window window) {
        return new Owed(tenant, id, learner, course, step, kind, state, window.opens(), window.due(), settled, reason,
                unanswered, waiting, fellDue);
    }

    /** Owed again, from the beginning. */
    Owed reopened(Window window) {
        return new Owed(tenant, id, learner, course, step, kind, State.SCHEDULED, window.opens(), window.due(), null,
                "",
                0, false, fellDue);
    }

    Owed entered(Instant now) {
        return new Owed(tenant, id, learner, course, step, kind, State.DUE, opens.isAfter(now) ? now : opens, due, null,
                "", unanswered, waiting, true);
    }

    Owed unanswered(int times) {
        return new Owed(tenant, id, learner, course, step, kind, state, opens, due, settled, reason, times, false,
                fellDue);
    }

    Owed callBack(Instant at) {
        return new Owed(tenant, id, learner, course, step, kind, state, at, due, settled, reason, unanswered, true,
                fellDue);
    }

    Owed settled(State how, Instant at) {
        return new Owed(tenant, id, learner, course, step, kind, how, opens, due, at, "", unanswered, false, fellDue);
    }

    Owed exempt(String why, Instant at) {
        return new Owed(tenant, id, learner, course, step, kind, State.EXEMPT, opens, due, at, why, unanswered, false,
                fellDue);
    }
}
