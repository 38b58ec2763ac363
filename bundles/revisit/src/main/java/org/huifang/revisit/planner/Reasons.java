// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.time.Instant;
import java.util.Map;
import org.huifang.api.archive.Reach;
import org.huifang.api.calendar.ContactHours;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.Hold.Reason;
import org.jspecify.annotations.Nullable;

/** Says why a task is in no contact; the room has all contacts of the plan by then. */
final class Reasons {
    private final Person person;

    Reasons(Person person) {
        this.person = person;
    }

    Hold hold(Wish wish) {
        boolean usable = false;
        boolean open = false;
        boolean anyDay = false;
        for (int channel = 0; channel < person.channels.size(); channel++) {
            if (wish.usable(channel)) {
                usable = true;
                open |= wish.next(channel, wish.opens, wish.last) != Micros.NEVER;
                Openings days = person.channels.anyDay(channel, person.zone);
                anyDay |= !open && days != null && days.next(wish.opens, wish.last) != Micros.NEVER;
            }
        }
        if (!usable) {
            return new Hold(unusable(wish.task), null);
        }
        return new Hold(open ? Reason.CAP : anyDay ? Reason.BLACKOUT : Reason.QUIET_HOURS, again(wish));
    }

    /** Why it must not be done on this channel at that moment; null when it may. */
    @Nullable
    Hold hold(Wish wish, int channel, long at) {
        if (!person.channels.reaches(person.reach, channel)) {
            return new Hold(Reason.NO_CONTACT_POINT, null);
        }
        Reach.Barrier barrier = barrier(wish.task, person.channels.name(channel));
        if (barrier != null) {
            return new Hold(reason(barrier), null);
        }
        ContactHours hours = person.channels.hours(channel);
        var closed = hours == null
                ? null
                : hours.barrier(Micros.instant(at), person.zone, wish.task.course()).orElse(null);
        if (closed != null) {
            return new Hold(switch (closed) {
                case BLACKOUT, HOLIDAY -> Reason.BLACKOUT;
                case QUIET_HOURS, REST -> Reason.QUIET_HOURS;
            }, again(wish));
        }
        return person.room.has(channel, at) ? null : new Hold(Reason.CAP, again(wish));
    }

    private @Nullable Instant again(Wish wish) {
        Draft soonest = person.soonest(wish, wish.opens + Micros.FURTHEST);
        return soonest == null ? null : Micros.instant(soonest.at);
    }

    /** What stands before it on a channel by which the person can be reached; who wants no contact has said so for all. */
    private Reason unusable(Task task) {
        Reach.Barrier strongest = null;
        boolean reached = false;
        for (String name : task.channels()) {
            Reach.Barrier barrier = barrier(task, name);
            boolean point = person.channels.reaches(person.reach, person.channels.number(name));
            reached |= point;
            if (barrier != null && (point || barrier == Reach.Barrier.DO_NOT_CONTACT)
                    && (strongest == null || weight(barrier) > weight(strongest))) {
                strongest = barrier;
            }
        }
        return strongest == null || !reached && strongest != Reach.Barrier.DO_NOT_CONTACT
                ? Reason.NO_CONTACT_POINT
                : reason(strongest);
    }

    private Reach.@Nullable Barrier barrier(Task task, String channel) {
        return person.reach.barriers().getOrDefault(task.purpose(), Map.of()).get(channel);
    }

    private static int weight(Reach.Barrier barrier) {
        return switch (barrier) {
            case DO_NOT_CONTACT -> 3;
            case WITHDRAWN -> 2;
            case MINOR -> 1;
            case NO_CONSENT -> 0;
        };
    }

    private static Reason reason(Reach.Barrier barrier) {
        return switch (barrier) {
            case DO_NOT_CONTACT -> Reason.DO_NOT_CONTACT;
            case WITHDRAWN -> Reason.WITHDRAWN;
            case MINOR -> Reason.MINOR;
            case NO_CONSENT -> Reason.NO_CONSENT;
        };
    }
}
