// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.huifang.api.revisit.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Where a trigger stands for a learner in a course.
 *
 * @param holds it fired for what is true now, or that was true before the trigger went live
 * @param last when it fired last
 * @param times how often it fired
 */
record Fired(boolean holds, @Nullable Instant last, int times) {
    static final Fired NEVER = new Fired(false, null, 0);

    /** What comes of looking once. */
    record Look(Fired now, boolean fires, @Nullable Instant again) {}

    /**
     * It fires once for each time that it becomes true, and waits for its cool-down when that is not over; never for who
     * has left or got the money back.
     */
    Look look(Trigger trigger, Place place, Instant now) {
        Optional<Instant> next = Truth.next(trigger.when(), place, now);
        boolean watched = place.learning() && !place.refunded();
        if (!watched || !Truth.of(trigger.when(), place, now)) {
            return new Look(new Fired(false, last, times), false, watched ? next.orElse(null) : null);
        }
        if (holds) {
            return new Look(this, false, next.orElse(null));
        }
        Instant ready = last == null ? now : last.plus(Duration.ofDays(trigger.coolDownDays()));
        if (ready.isAfter(now)) {
            Instant again = next.filter(moment -> moment.isBefore(ready)).orElse(ready);
            return new Look(this, false, again);
        }
        return new Look(new Fired(true, now, times + 1), true, next.orElse(null));
    }
}
