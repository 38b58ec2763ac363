// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.util.Arrays;

/**
 * How much room the caps leave beside the contacts there are. A cap counts in any stretch of its length: two contacts
 * that are exactly that far apart are not both in one.
 */
final class Room {
    /** A channel that nothing is planned on; its contacts count for caps over all channels. */
    static final int OTHER = -2;

    private final Ceiling[] ceilings;
    private long[] at;
    private int[] on;
    private int size;

    /** A cap that holds for this person; {@code channel} is {@link #ALL} for all together. */
    record Ceiling(int channel, int most, long length) {
        static final int ALL = -1;

        boolean counts(int other) {
            return channel == ALL || channel == other;
        }
    }

    Room(Ceiling[] ceilings, int expected) {
        this.ceilings = ceilings;
        this.at = new long[expected + 4];
        this.on = new int[expected + 4];
    }

    void add(int channel, long when) {
        if (size == at.length) {
            at = Arrays.copyOf(at, 2 * size);
            on = Arrays.copyOf(on, 2 * size);
        }
        at[size] = when;
        on[size++] = channel;
    }

    /** Takes back what was added so. */
    void remove(int channel, long when) {
        for (int n = size - 1; n >= 0; n--) {
            if (at[n] == when && on[n] == channel) {
                size--;
                System.arraycopy(at, n + 1, at, n, size - n);
                System.arraycopy(on, n + 1, on, n, size - n);
                return;
            }
        }
    }

    boolean has(int channel, long when) {
        return next(channel, when) == when;
    }

    /** The first moment from this one on at which one more contact breaks no cap. */
    long next(int channel, long from) {
        long when = from;
        while (true) {
            long later = when;
            for (Ceiling ceiling : ceilings) {
                if (ceiling.counts(channel) && full(ceiling, when)) {
                    later = Math.max(later, release(ceiling, when));
                }
            }
            if (later == when || later == Micros.NEVER) {
                return later;
            }
            when = later;
        }
    }

    private boolean full(Ceiling ceiling, long when) {
        if (count(ceiling, when) >= ceiling.most) {
            return true;
        }
        for (int n = 0; n < size; n++) {
            if (ceiling.counts(on[n]) && at[n] < when && at[n] > when - ceiling.length
                    && count(ceiling, at[n]) >= ceiling.most) {
                return true;
            }
        }
        return false;
    }

    private int count(Ceiling ceiling, long begin) {
        int count = 0;
        for (int n = 0; n < size; n++) {
            if (ceiling.counts(on[n]) && at[n] >= begin && at[n] < begin + ceiling.length) {
                count++;
            }
        }
        return count;
    }

    /** When the next contact drops out of the stretch that ends then. */
    private long release(Ceiling ceiling, long when) {
        long release = Micros.NEVER;
        for (int n = 0; n < size; n++) {
            if (ceiling.counts(on[n]) && at[n] + ceiling.length > when) {
                release = Math.min(release, at[n] + ceiling.length);
            }
        }
        return ceiling.most == 0 ? Micros.NEVER : release;
    }
}
