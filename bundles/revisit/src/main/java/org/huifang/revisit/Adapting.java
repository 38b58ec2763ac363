// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.revisit.Anchor;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.PastSteps;
import org.huifang.api.revisit.PlannedStep;
import org.huifang.api.revisit.State;
import org.huifang.api.revisit.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Brings what a learner is owed in line with where they stand and with the plan that holds for them. What is settled stays
 * settled. A pure function of its arguments, so that doing it again changes nothing, and a preview can do it too.
 *
 * @param triggers the school's rules for special cases
 */
record Adapting(Planning planning, Instant now, List<Trigger> triggers) {
    static final Duration SLIP = Duration.ofDays(1);

    /**
     * All that is owed to one learner in one course.
     *
     * @param plan that holds, or null when none does
     * @param existing of the plan's and of other origins
     * @param spread 0 to 999, the same for the same learner: where in a spread they stand
     * @return the same obligations as they should be, and those that are new
     */
    List<Owed> adapt(PlaceKey key, Place place, boolean everLearned, CourseDates course, @Nullable LivePlan plan,
            List<Owed> existing, UUID owner, int spread) {
        var after = new ArrayList<Owed>();
        Set<String> known = new HashSet<>();
        for (Owed owed : existing) {
            if (owed.origin() != Origin.PLAN) {
                after.add(special(owed, place));
                continue;
            }
            known.add(owed.step());
            PlannedStep step = plan == null ? null : plan.step(owed.step()).orElse(null);
            after.add(plan == null || step == null ? dropped(owed) : adapt(owed, plan, step, place, course, spread));
        }
        if (plan != null && everLearned) {
            plan.steps().stream().filter(step -> !known.contains(step.code()))
                    .forEach(step -> after.add(added(key, place, course, plan, step, owner, spread)));
        }
        return after;
    }

    private Owed adapt(Owed before, LivePlan plan, PlannedStep step, Place place, CourseDates course,
            int spread) {
        // What is settled is history; it keeps the name and the plan under which it was done.
        if (!before.state().open() && before.state() != State.EXEMPT || before.byHand()) {
            return before;
        }
        Owed owed = before.state().open() ? before.as(plan.plan(), step) : before;
        Window window = planning.window(step, place.progress(), course);
        String reason = nothingOwed(step, place, window);
        if (reason != null) {
            return owed.state().open() ? owed.exempt(reason, now, false) : owed;
        }
        // Its own times are past; those that it has were given when the step was introduced, today or spread. One that
        // came to light only now is given its times now.
        boolean given = over(place, plan.introduced(step), window);
        return switch (owed.state()) {
            // what was agreed on with the learner for a time stays at that time
            case SCHEDULED -> owed.waiting() || given && owed.opens().isBefore(Window.UNKNOWN.opens())
                    ? owed
                    : given ? past(owed, plan.past(), window, spread) : owed.during(window);
            // Who is in the queue stays there; only the promise moves, and not to a day that nobody knows.
            case DUE, OVERDUE ->
                given || chosenLater(owed, window) || step.anchor() == Anchor.INACTIVITY || !window.known()
                        ? owed
                        : owed.during(new Window(owed.opens(), window.due()));
            case EXEMPT -> owed.reason().equals(Owed.PAST) || given && !slip(owed)
                    || owed.reason().equals(Owed.NOT_PLANNED) && window.due().isBefore(plan.published())
                            ? owed
                            : owed.as(plan.plan(), step).reopened(window);
            case DONE, DECLINED, UNREACHABLE -> owed;
        };
    }

    /** They chose a day after it would have been due, and that is when it is. */
    private static boolean chosenLater(Owed owed, Window window) {
        return owed.opens().isAfter(window.due()) && !owed.due().isBefore(owed.opens());
    }

    /** The plan was away by a mistake that was mended soon: what it owed is owed again. */
    private boolean slip(Owed owed) {
        Instant settled = owed.settled();
        return owed.reason().equals(Owed.NOT_PLANNED) && settled != null && settled.isAfter(now.minus(SLIP));
    }

    private Owed added(PlaceKey key, Place place, CourseDates course, LivePlan plan, PlannedStep step, UUID owner,
            int spread) {
        Window window = planning.window(step, place.progress(), course);
        Owed owed = Owed.planned(key, plan, step, window, owner);
        String reason = nothingOwed(step, place, window);
        if (reason != null) {
            return owed.exempt(reason, now, false);
        }
        return over(place, plan.introduced(step), window) ? past(owed, plan.past(), window, spread) : owed;
    }

    /** The promise holds for those who join under it. For others, what is over is not fired at everybody at once. */
    private static boolean over(Place place, Instant introduced, Window window) {
        return place.since().isBefore(introduced) && window.due().isBefore(introduced);
    }

    private Owed past(Owed owed, PastSteps past, Window window, int spread) {
        Duration length = Duration.between(window.opens(), window.due());
        return switch (past.how()) {
            case SKIP -> owed.exempt(Owed.PAST, now, false);
            case TODAY -> owed.during(new Window(now, now.plus(length)));
            case SPREAD -> {
                Instant opens = now.plus(Duration.ofDays(past.days()).multipliedBy(spread).dividedBy(1_000));
                yield owed.during(new Window(opens, opens.plus(length)));
            }
        };
    }

    private Owed dropped(Owed owed) {
        return owed.state().open() ? owed.exempt(Owed.NOT_PLANNED, now, false) : owed;
    }

    /** Care and triggers end with the course; a promise is kept to whomever it was given. */
    private Owed special(Owed owed, Place place) {
        if (owed.origin() == Origin.PROMISE || !owed.state().open()) {
            return owed;
        }
        if (!place.learning()) {
            return owed.exempt(place.present() ? Owed.OTHER_ROLE : Owed.LEFT, now, false);
        }
        if (place.refunded()) {
            return owed.exempt(Owed.REFUNDED, now, false);
        }
        return finished(place) && moot(owed, place) ? owed.exempt(Owed.FINISHED, now, false) : owed;
    }

    /** Whoever finished is not asked why they do not come any more; a complaint is still one. */
    private boolean moot(Owed owed, Place place) {
        return triggers.stream().anyMatch(trigger -> owed.origin() == Origin.TRIGGER
                && trigger.code().equals(owed.step()) && Truth.asksForAbsence(trigger.when())
                && !Truth.of(trigger.when(), place, now));
    }

    private static boolean finished(Place place) {
        return place.finished() != null && !place.finished().isBefore(place.since());
    }

    /** Why a step is not owed as things stand; null when it is. */
    private static @Nullable String nothingOwed(PlannedStep step, Place place, Window window) {
        if (step.anchor() == Anchor.REFUND && place.refunded()) {
            return null;
        }
        if (place.refunded()) {
            return Owed.REFUNDED;
        }
        boolean after = step.anchor() == Anchor.END || step.anchor() == Anchor.EXPIRY;
        if (!place.learning()) {
            return after && finishedBeforeLeaving(place) ? null : place.present() ? Owed.OTHER_ROLE : Owed.LEFT;
        }
        if (finished(place) && !after) {
            return window.known() ? Owed.FINISHED : Owed.MOOT;
        }
        return null;
    }

    /** Platforms clear their rosters when a course is over: its effect is still followed up. */
    private static boolean finishedBeforeLeaving(Place place) {
        return place.finished() != null && place.left() != null && !place.present()
                && !place.finished().isAfter(place.left()) && !place.finished().isBefore(place.since());
    }

    /** Whether a moved promise has to be told to those who measure punctuality. */
    static boolean promiseMoved(Owed before, Owed after) {
        return after.state() == State.DUE && before.state() == State.DUE && !before.due().equals(after.due());
    }
}
