// SPDX-License-Identifier: Apache-2.0
package org.huifang.oneroster;

import java.time.Instant;
import java.util.UUID;
import org.huifang.api.intake.RosterSource.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * How far a system has been read.
 *
 * @param run the import that is being filled, or null between two readings
 * @param since only what has changed after it is asked for; null for all
 * @param asOf when the reading began, by the system's clock
 * @param collection the number of the {@link Records} that come now
 * @param offset how many of them have come
 * @param read how many records of all have come
 * @param done the {@code asOf} of the last reading that came to its end
 * @param whole when everything was read last, by our clock
 */
record Pull(@Nullable UUID run, @Nullable Instant since, @Nullable Instant asOf, int collection, long offset,
        long read, @Nullable Instant done, @Nullable Instant whole, @Nullable Instant last, long records,
        boolean differences, boolean news, Instant next, @Nullable Trouble trouble, String detail) {
    static final Pull NONE = new Pull(null, null, null, 0, 0, 0, null, null, null, 0, false, false, Instant.EPOCH,
            null, "");

    Pull begin(UUID id, @Nullable Instant from) {
        return new Pull(id, from, null, 0, 0, 0, done, whole, last, records, differences, news, next, trouble, detail);
    }

    Pull came(int more, Instant at, boolean end) {
        return new Pull(run, since, asOf == null ? at : asOf, end ? collection + 1 : collection,
                end ? 0 : offset + more, read + more, done, whole, last, records, differences, news, next, null, "");
    }

    Pull ended(Instant now, boolean made, Instant nextAt) {
        return new Pull(null, null, null, 0, 0, 0, asOf, since == null ? now : whole, now, read, since != null, made,
                nextAt, null, "");
    }

    Pull at(Instant nextAt) {
        return new Pull(run, since, asOf, collection, offset, read, done, whole, last, records, differences, news,
                nextAt, trouble, detail);
    }

    Pull troubled(Trouble by, String what) {
        return new Pull(run, since, asOf, collection, offset, read, done, whole, last, records, differences, news,
                next, by, what.length() > 200 ? what.substring(0, 200) : what);
    }

    /** From its beginning, later: what has come of this reading is of no use. */
    Pull given(Trouble by, String what, Instant nextAt) {
        return new Pull(null, null, null, 0, 0, 0, done, whole, last, records, differences, news, nextAt, by, what);
    }
}
