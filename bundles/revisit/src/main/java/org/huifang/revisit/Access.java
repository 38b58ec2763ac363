// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Instant;
import org.huifang.api.archive.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What was paid for: from when, until when, and how many lessons are left. Of each the latest word counts, so that facts may
 * come in any order and any number of times.
 *
 * @param from as said at {@code fromAt}
 * @param until as said at {@code untilAt}
 * @param lessonsLeft as said at {@code lessonsAt}
 */
record Access(@Nullable Instant from, @Nullable Instant fromAt, @Nullable Instant until, @Nullable Instant untilAt,
        @Nullable Integer lessonsLeft, @Nullable Instant lessonsAt) {
    static final Access NONE = new Access(null, null, null, null, null, null);

    Access with(Fact.AccessGranted said) {
        Instant at = Place.storable(said.at());
        Instant begin = said.from();
        Instant end = said.until();
        boolean newBegin = begin != null && latest(fromAt, at);
        boolean newEnd = end != null && latest(untilAt, at);
        boolean newLeft = said.lessonsLeft() != null && latest(lessonsAt, at);
        return new Access(newBegin && begin != null ? Place.storable(begin) : from, newBegin ? at : fromAt,
                newEnd && end != null ? Place.storable(end) : until, newEnd ? at : untilAt,
                newLeft ? said.lessonsLeft() : lessonsLeft, newLeft ? at : lessonsAt);
    }

    /** What was paid for beyond a stay that ended then was paid for the one after it. */
    Access after(Instant end) {
        boolean begun = over(from, end);
        boolean ended = over(until, end);
        return new Access(begun ? null : from, begun ? null : fromAt, ended ? null : until, ended ? null : untilAt,
                lessonsLeft, lessonsAt);
    }

    private static boolean latest(@Nullable Instant said, Instant at) {
        return said == null || !said.isAfter(at);
    }

    private static boolean over(@Nullable Instant time, Instant end) {
        return time != null && !time.isAfter(end);
    }
}
