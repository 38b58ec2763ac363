// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Instant;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.PlannedStep;
import org.huifang.api.revisit.State;
import org.jspecify.annotations.Nullable;

/**
 * An obligation as it is stored: overdue is not a state here, for it comes with time alone.
 *
 * @param nth 0 for a step of the plan; what may be owed again counts up
 * @param plan that it is a step of, or null
 * @param skill that the agent needs, or null
 * @param owner whoever answers when it is written first; others may answer later
 */
record Owed(TenantId tenant, UUID id, UUID learner, UUID course, String step, int nth, Kind kind, Origin origin,
        String title, @Nullable UUID plan, int minutes, boolean notice, @Nullable String skill, UUID owner,
        Standing standing) {
    /** The person left the course. */
    static final String LEFT = "left";
    /** The person is in the course, but not as a learner any more. */
    static final String OTHER_ROLE = "role";
    /** The person finished the course; what comes after the end is owed nevertheless. */
    static final String FINISHED = "finished";
    /** The money went back. */
    static final String REFUNDED = "refunded";
    /** The plan does not ask for it any more. */
    static final String NOT_PLANNED = "plan";
    /** Its time was over when the plan was published. */
    static final String PAST = "past";
    /** What it counts from did not happen, and will not. */
    static final String MOOT = "moot";

    /**
     * Where it stands.
     *
     * @param reason why it is exempt, else ""
     * @param unanswered attempts that found nobody
     * @param waiting a time agreed on, a promised call-back, or a pause after nobody answered, keeps it out of the queue
     *            until it opens; of what is exempt, it did
     * @param fellDue it has entered the queue once, and the archive knows
     * @param byHand somebody exempted it; nothing but a hand takes that back
     */
    record Standing(State state, Instant opens, Instant due, @Nullable Instant settled, String reason, int unanswered,
            boolean waiting, boolean fellDue, boolean byHand) {
        static Standing scheduled(Window window) {
            return new Standing(State.SCHEDULED, window.opens(), window.due(), null, "", 0, false, false, false);
        }
    }

    static Owed planned(PlaceKey place, LivePlan plan, PlannedStep step, Window window, UUID owner) {
        return new Owed(place.tenant(), UUID.randomUUID(), place.learner(), place.course(), step.code(), 0,
                step.kind(), Origin.PLAN, step.name(), plan.plan(), step.minutes(), step.notice(), step.skill(), owner,
                Standing.scheduled(window));
    }

    PlaceKey place() {
        return new PlaceKey(tenant, course, learner);
    }

    State state() {
        return standing.state;
    }

    Instant opens() {
        return standing.opens;
    }

    Instant due() {
        return standing.due;
    }

    @Nullable
    Instant settled() {
        return standing.settled;
    }

    String reason() {
        return standing.reason;
    }

    int unanswered() {
        return standing.unanswered;
    }

    boolean waiting() {
        return standing.waiting;
    }

    boolean fellDue() {
        return standing.fellDue;
    }

    boolean byHand() {
        return standing.byHand;
    }

    private Owed with(Standing now) {
        return new Owed(tenant, id, learner, course, step, nth, kind, origin, title, plan, minutes, notice, skill,
                owner,
                now);
    }

    /** As the plan has this step now. */
    Owed as(UUID of, PlannedStep now) {
        return new Owed(tenant, id, learner, course, step, nth, now.kind(), origin, now.name(), of, now.minutes(),
                now.notice(), now.skill(), owner, standing);
    }

    Owed during(Window window) {
        return with(new Standing(state(), window.opens(), window.due(), settled(), reason(), unanswered(), waiting(),
                fellDue(), byHand()));
    }

    /** Agreed on with the learner, or by a colleague for them: no change of plans or dates moves it. */
    Owed agreed(Window window) {
        return with(new Standing(state(), window.opens(), window.due(), settled(), reason(), unanswered(), true,
                fellDue(), byHand()));
    }

    /** Owed as it was before it was settled; a time agreed on that is still ahead stays. */
    Owed restored(Instant now, int unanswered) {
        boolean ahead = opens().isAfter(now);
        return with(new Standing(ahead && fellDue() ? State.DUE : State.SCHEDULED, opens(), due(), null, "", unanswered,
                ahead && (fellDue() || waiting()), fellDue(), false));
    }

    /** Owed again, from the beginning. */
    Owed reopened(Window window) {
        return with(new Standing(State.SCHEDULED, window.opens(), window.due(), null, "", 0, false, fellDue(), false));
    }

    Owed entered(Instant now) {
        return with(new Standing(State.DUE, opens().isAfter(now) ? now : opens(), due(), null, "", unanswered(),
                waiting(), true, false));
    }

    /** Nobody was found; it comes back then. */
    Owed again(int times, Instant then) {
        return with(new Standing(state(), then, due(), settled(), reason(), times, true, fellDue(), byHand()));
    }

    Owed callBack(Instant at) {
        return with(new Standing(state(), at, due(), settled(), reason(), unanswered(), true, fellDue(), byHand()));
    }

    Owed settled(State how, Instant at, int times) {
        return with(new Standing(how, opens(), due(), at, "", times, false, fellDue(), false));
    }

    Owed settled(State how, Instant at) {
        return settled(how, at, unanswered());
    }

    /** @param hand somebody said so, and may take it back: a time agreed on is kept for that */
    Owed exempt(String why, Instant at, boolean hand) {
        return with(new Standing(State.EXEMPT, opens(), due(), at, why, unanswered(), hand && waiting(), fellDue(),
                hand));
    }
}
