// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.time.Duration;
import java.time.Instant;

/** Moments as microseconds since 1970, which is what PostgreSQL keeps; a search compares thousands of them. */
final class Micros {
    static final long NEVER = Long.MAX_VALUE;
    static final long SECOND = 1_000_000L;
    static final long MINUTE = 60 * SECOND;
    static final long QUARTER = 15 * MINUTE;
    static final long DAY = 24 * 60 * MINUTE;
    /** Beyond that nobody looks, as in {@link org.huifang.api.calendar.ContactHours#next}. */
    static final long FURTHEST = 400 * DAY;

    private Micros() {
    }

    static long floor(Instant at) {
        long seconds = Math.clamp(at.getEpochSecond(), -1_000_000_000_000L, 1_000_000_000_000L);
        return seconds * SECOND + at.getNano() / 1_000;
    }

    static long ceil(Instant at) {
        return floor(at) + (at.getNano() % 1_000 == 0 ? 0 : 1);
    }

    static long of(Duration span) {
        return span.toNanos() / 1_000;
    }

    static Instant instant(long at) {
        return Instant.ofEpochSecond(Math.floorDiv(at, SECOND), Math.floorMod(at, SECOND) * 1_000);
    }

    /** The next whole quarter of an hour; the offsets of all zones are whole quarters too. */
    static long quarter(long at) {
        return Math.ceilDiv(at, QUARTER) * QUARTER;
    }
}
