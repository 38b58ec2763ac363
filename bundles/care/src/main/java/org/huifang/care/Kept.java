// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Reach;
import org.huifang.api.care.Greeting;
import org.jspecify.annotations.Nullable;

/**
 * A greeting as it is kept.
 *
 * @param since when it went live, or null
 */
record Kept(TenantId tenant, Greeting greeting, @Nullable Instant since) {
    UUID id() {
        return greeting.id();
    }

    /** Whether it is meant for people with these tags. */
    boolean meant(Reach person) {
        return greeting.tag() == null || person.tags().contains(greeting.tag());
    }

    /** Whether it was live then. */
    boolean liveAt(Instant at) {
        return since != null && !at.isBefore(since);
    }

    /** Whether somebody has the birthday on a day; born on 29 February, in other years on the 28th. */
    static boolean birthday(@Nullable LocalDate born, LocalDate day) {
        if (born == null || born.isAfter(day)) {
            return false;
        }
        return born.withYear(day.getYear()).equals(day);
    }
}
