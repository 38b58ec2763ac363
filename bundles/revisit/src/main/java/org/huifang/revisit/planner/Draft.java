// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contact in the making, or one that is kept where it stands. */
final class Draft {
    /** The one that is kept, or null. */
    final @Nullable Contact kept;
    final int channel;
    /** When it would be carried out. */
    long at;
    final List<Wish> wishes = new ArrayList<>(4);

    Draft(@Nullable Contact kept, int channel, long at) {
        this.kept = kept;
        this.channel = channel;
        this.at = at;
    }

    /** Until when it can be moved so that it still counts for all. */
    long last() {
        long last = Micros.NEVER;
        for (Wish wish : wishes) {
            last = Math.min(last, wish.last);
        }
        return last;
    }

    int rank() {
        int rank = 0;
        for (Wish wish : wishes) {
            rank += wish.rank(channel);
        }
        return rank;
    }

    /** Whether all of this can be done there, on a channel that is no worse for it. */
    boolean mergesInto(Draft other) {
        for (Wish wish : wishes) {
            if (!wish.joins(other) || wish.rank(other.channel) > wish.rank(channel)) {
                return false;
            }
        }
        return true;
    }

    boolean same(Draft other) {
        return channel == other.channel && at == other.at;
    }
}
