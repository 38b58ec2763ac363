// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import org.jspecify.annotations.Nullable;

/** A task in numbers, as the search reads it. */
final class Wish {
    static final int UNUSABLE = Integer.MAX_VALUE;

    final Task task;
    /** Past its due date. */
    final boolean late;
    /** Not before, and not before now. */
    final long opens;
    /** On the phone not before, so that there is time for a notice. */
    long told;
    /** Contacted until then it counts: until it is due, or until a day after the soonest moment when that is past. */
    long last;
    boolean placed;
    /** By channel: how far it is from the one that is liked best, or {@link #UNUSABLE}. */
    private final int[] ranks;
    /** What is further from it is not used. */
    private int furthest = UNUSABLE - 1;
    private final @Nullable Openings[] openings;

    Wish(Task task, boolean late, long opens, long last, int[] ranks, @Nullable Openings[] openings) {
        this.task = task;
        this.late = late;
        this.opens = opens;
        this.told = opens;
        this.last = last;
        this.ranks = ranks;
        this.openings = openings;
    }

    boolean usable(int channel) {
        return ranks[channel] <= furthest;
    }

    /** Whether it is to be a call in the first place. */
    boolean call() {
        return usable(Channels.PHONE) && task.channels().getFirst().equals(Channels.CALLS);
    }

    /** Somebody was to do it by now, and nobody came to. */
    boolean leftLying() {
        return late && task.channels().getFirst().equals(Channels.CALLS);
    }

    /** It is to be a call, or done as the person likes best. */
    void narrow() {
        furthest = ranks[Channels.PHONE];
    }

    /** Any channel will do; false when that was so before. */
    boolean widen() {
        boolean narrow = furthest != UNUSABLE - 1;
        furthest = UNUSABLE - 1;
        return narrow;
    }

    /** There may be no time for a notice; false when that was so before. */
    boolean hurry() {
        boolean waits = told > opens;
        told = opens;
        return waits;
    }

    int rank(int channel) {
        return ranks[channel];
    }

    long from(int channel) {
        return channel == Channels.PHONE ? told : opens;
    }

    boolean permitted(int channel, long at) {
        return next(channel, at, at) == at;
    }

    long next(int channel, long from, long until) {
        Openings permitted = openings[channel];
        return permitted == null ? Micros.NEVER : permitted.next(from, until);
    }

    long end(int channel, long at) {
        Openings permitted = openings[channel];
        return permitted == null ? at : permitted.end(at);
    }

    /** Whether a contact then would do. */
    boolean takes(int channel, long at) {
        return at >= from(channel) && at <= last && usable(channel) && permitted(channel, at);
    }

    /** Whether one that stands already would do; the notice of it, if any, was for the others. */
    boolean joins(Draft draft) {
        boolean announced = draft.kept != null && draft.kept.fixed();
        return draft.at >= (announced ? opens : from(draft.channel)) && draft.at <= last && usable(draft.channel)
                && permitted(draft.channel, draft.at);
    }
}
