// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.calendar.ContactHours;

/**
 * When one person may be called about one course.
 *
 * @param zone by whose clock: their own, or the school's while that is not known
 */
record CallHours(ContactHours hours, ZoneId zone, UUID course) {
    private static final Duration AHEAD = Duration.ofDays(60);

    /** The first moment from this one on, itself where it is allowed; empty where none of the next weeks is. */
    Optional<Instant> next(Instant from) {
        return hours.next(from, from.plus(AHEAD), zone, course);
    }

    boolean allows(Instant at) {
        return hours.barrier(at, zone, course).isEmpty();
    }

    /** How long what is allowed at a moment stays so. */
    Instant until(Instant from) {
        return hours.until(from, zone);
    }
}
