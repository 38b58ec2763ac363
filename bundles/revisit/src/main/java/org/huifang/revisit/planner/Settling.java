// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves calls to whole quarters of an hour, into the hours that the person likes, and out of the way of a noon rest. */
final class Settling {
    private final Room room;
    private final @Nullable Openings liked;

    Settling(Room room, @Nullable Openings liked) {
        this.room = room;
        this.liked = liked;
    }

    /** Moves a call that is in the room to a later moment that is better, if there is one at which it counts as much. */
    void settle(Draft draft) {
        if (draft.channel != Channels.PHONE) {
            return;
        }
        room.remove(draft.channel, draft.at);
        long length = 0;
        for (Wish wish : draft.wishes) {
            length += wish.task.minutes() * Micros.MINUTE;
        }
        long last = draft.last();
        long at = liked == null ? Micros.NEVER : quarter(draft, liked, length, last);
        if (at == Micros.NEVER) {
            at = quarter(draft, null, length, last);
        }
        if (at == Micros.NEVER) {
            at = quarter(draft, null, 0, last);
        }
        draft.at = at == Micros.NEVER ? draft.at : at;
        room.add(draft.channel, draft.at);
    }

    private long quarter(Draft draft, @Nullable Openings within, long length, long last) {
        return quarter(room, draft.channel, draft.wishes, within, length, draft.at, last);
    }

    /** The first whole quarter at which all may be contacted and, if it takes that long, the time is not over before. */
    static long quarter(Room room, int channel, List<Wish> wishes, @Nullable Openings within, long length, long from,
            long last) {
        long at = from;
        while (at <= last) {
            long next = Micros.quarter(at);
            if (within != null) {
                next = within.next(next, last);
            }
            long end = Micros.NEVER;
            for (int n = 0; n < wishes.size() && next <= last; n++) {
                next = wishes.get(n).next(channel, next, last);
                end = next <= last ? Math.min(end, wishes.get(n).end(channel, next)) : end;
            }
            if (next <= last) {
                next = room.next(channel, next);
            }
            if (next == at) {
                if (end - length >= at) {
                    return at;
                }
                next = end;
            }
            at = next;
        }
        return Micros.NEVER;
    }
}
