// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Instant;
import org.huifang.api.revisit.State;

/** Brings an obligation in line with where its learner stands now. What is settled stays settled. */
record Adapting(Planning planning, Instant now) {
    Owed adapt(Owed owed, Step step, Place place, CourseDates course) {
        Window window = planning.window(step, place.progress(), course);
        return place.learning() || finishedBeforeLeaving(step, place)
                ? whileLearning(owed, window)
                : owed.state().open() ? owed.exempt(reason(place), now) : owed;
    }

    private static Owed whileLearning(Owed owed, Window window) {
        return switch (owed.state()) {
            case SCHEDULED -> owed.during(window);
            // Who is in the queue stays there; only the promise moves.
            case DUE -> owed.during(new Window(owed.opens(), window.due()));
            case EXEMPT -> owed.reopened(window);
            case OVERDUE, DONE, DECLINED, UNREACHABLE -> owed;
        };
    }

    /** Platforms clear their rosters when a course is over: its effect is still followed up. */
    private static boolean finishedBeforeLeaving(Step step, Place place) {
        return step.anchor() == Anchor.END && place.finished() != null && place.left() != null
                && !place.present() && !place.finished().isAfter(place.left())
                && !place.finished().isBefore(place.since());
    }

    private static String reason(Place place) {
        return place.present() ? Owed.OTHER_ROLE : Owed.LEFT;
    }

    /** Whether a moved promise has to be told to those who measure punctuality. */
    static boolean promiseMoved(Owed before, Owed after) {
        return after.state() == State.DUE && before.state() == State.DUE && !before.due().equals(after.due());
    }
}
