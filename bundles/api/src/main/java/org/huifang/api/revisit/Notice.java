// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;

/**
 * What a learner is told before a contact, and may say to it.
 *
 * @param token for {@code /n/<token>}
 * @param about what it is about, in the order in which it is due
 * @param minutes that it takes
 * @param status what was said so far
 * @param times other times that may be chosen
 * @param channels other channels that may be chosen
 */
public record Notice(TenantId tenant, String token, UUID learner, List<About> about, String channel, Instant at,
        int minutes, Status status, List<Instant> times, List<String> channels) {
    public Notice {
        about = List.copyOf(about);
        times = List.copyOf(times);
        channels = List.copyOf(channels);
    }

    /** One thing that it is about. */
    public record About(UUID obligation, String step, String title, UUID course, Kind kind) {}

    /** Where it stands; pages have a sentence for each. */
    public enum Status {
        OPEN, CONFIRMED, MOVED, DECLINED,
        /** The contact took place, or nothing is owed any more. */
        OVER
    }
}
