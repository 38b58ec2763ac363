// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the contacts that do for most wishes. First the one that stands first gets the contact in which most
 * others can join, and so on; that is enough for nearly everybody. When it leaves somebody out, all orders of contacts
 * are tried, each as early as it can be: moving a contact to an earlier time never takes room from a later one, so the
 * best plan is among them.
 */
final class Search {
    /** Contacts looked at before it makes do with what it has; far more than up to eight wishes need. */
    private static final int BUDGET = 100_000;
    /** Among plans that do for equally many, the one that does for those who wait too long already. */
    private static final int ONE = 1_000;

    private final List<Wish> wishes;
    private final int channels;
    private final Room room;
    private final boolean[] done;
    private List<Draft> best = new ArrayList<>(4);
    private int worth;
    private int left;

    /** @param wishes in the order in which they are served as long as there is room for all */
    Search(List<Wish> wishes, int channels, Room room) {
        this.wishes = wishes;
        this.channels = channels;
        this.room = room;
        this.done = new boolean[wishes.size()];
    }

    /** The room is as before then. */
    void search() {
        soonestFirst();
        if (worth < all()) {
            left = BUDGET / (wishes.size() * wishes.size());
            java.util.Arrays.fill(done, false);
            deepen(new ArrayList<>(), 0);
        }
    }

    List<Draft> found() {
        return best;
    }

    /** How much what was found is worth. */
    int worth() {
        return worth;
    }

    int all() {
        int all = 0;
        for (Wish wish : wishes) {
            all += value(wish);
        }
        return all;
    }

    private static int value(Wish wish) {
        return wish.late ? ONE + 1 : ONE;
    }

    private void soonestFirst() {
        for (int n = 0; n < done.length; n++) {
            if (done[n]) {
                continue;
            }
            Draft draft = fullest(n);
            if (draft != null) {
                best.add(draft);
                worth += take(draft, true);
                room.add(draft.channel, draft.at);
            }
        }
        for (Draft draft : best) {
            room.remove(draft.channel, draft.at);
        }
    }

    /** The contact for one wish in which most others join; then on the channel liked best; then the soonest. */
    private @Nullable Draft fullest(int first) {
        Wish wish = wishes.get(first);
        Draft fullest = null;
        for (int channel = 0; channel < channels; channel++) {
            if (!wish.usable(channel)) {
                continue;
            }
            for (int n = first; n < done.length; n++) {
                Wish other = wishes.get(n);
                if (done[n] || !other.usable(channel) || other.from(channel) > wish.last) {
                    continue;
                }
                Draft draft = draft(channel, wish, other);
                if (draft != null && (fullest == null || better(draft, fullest))) {
                    fullest = draft;
                }
            }
        }
        return fullest;
    }

    private static boolean better(Draft draft, Draft than) {
        if (draft.wishes.size() != than.wishes.size()) {
            return draft.wishes.size() > than.wishes.size();
        }
        int rank = draft.rank() - than.rank();
        return rank != 0 ? rank < 0 : begins(draft) < begins(than);
    }

    /** A call begins at a whole quarter of an hour, at the next planning as at this one. */
    private static long begins(Draft draft) {
        return draft.channel == Channels.PHONE ? Micros.quarter(draft.at) : draft.at;
    }

    /** The soonest contact that does for both, with all others for whom it does. */
    private @Nullable Draft draft(int channel, Wish one, Wish other) {
        long at = first(room, channel, Math.max(one.from(channel), other.from(channel)),
                Math.min(one.last, other.last), one, other);
        if (at == Micros.NEVER) {
            return null;
        }
        var draft = new Draft(null, channel, at);
        for (int n = 0; n < done.length; n++) {
            if (!done[n] && wishes.get(n).takes(channel, at)) {
                draft.wishes.add(wishes.get(n));
            }
        }
        return draft;
    }

    private int take(Draft draft, boolean now) {
        int value = 0;
        for (Wish wish : draft.wishes) {
            done[wishes.indexOf(wish)] = now;
            value += value(wish);
        }
        return value;
    }

    private void deepen(List<Draft> made, int value) {
        if (value > worth) {
            worth = value;
            best = new ArrayList<>(made);
        }
        List<Draft> next = new ArrayList<>();
        if (value + possible(next) <= worth) {
            return;
        }
        for (Draft draft : next) {
            if (left-- <= 0 || worth == all()) {
                return;
            }
            made.add(draft);
            room.add(draft.channel, draft.at);
            deepen(made, value + take(draft, true));
            take(draft, false);
            room.remove(draft.channel, draft.at);
            made.removeLast();
        }
    }

    /** Collects the contacts that could be next; what they and later ones can be worth at most: room only shrinks. */
    private int possible(List<Draft> next) {
        int possible = 0;
        for (int n = 0; n < done.length; n++) {
            Wish wish = wishes.get(n);
            boolean some = false;
            for (int channel = 0; !done[n] && channel < channels; channel++) {
                Draft draft = wish.usable(channel) ? draft(channel, wish, wish) : null;
                some |= draft != null;
                if (draft != null && next.stream().noneMatch(draft::same)) {
                    next.add(draft);
                }
            }
            possible += some ? value(wish) : 0;
        }
        return possible;
    }

    /** The first moment from one to another at which both may be contacted and the caps leave room. */
    static long first(Room room, int channel, long from, long last, Wish one, Wish other) {
        long at = from;
        while (at <= last) {
            long next = one.next(channel, at, last);
            if (next != Micros.NEVER && other != one) {
                next = other.next(channel, next, last);
            }
            if (next != Micros.NEVER) {
                next = room.next(channel, next);
            }
            if (next == at) {
                return at;
            }
            at = next;
        }
        return Micros.NEVER;
    }
}
