// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.calendar;

import org.jspecify.annotations.Nullable;

/**
 * So many contacts with one person at most, over all courses; notices and reminders count.
 *
 * @param channel on this one, or on all together when null
 * @param tag for persons who wear this tag, or for all when null; the strictest cap that fits counts
 * @param most 0 is "none at all"
 * @param days any so many times 24 hours that follow each other
 */
public record Cap(@Nullable String channel, @Nullable String tag, int most, int days) {
    public Cap {
        if (most < 0 || days < 1 || days > 366) {
            throw new IllegalArgumentException("a cap is 0 or more contacts in 1 to 366 days");
        }
    }
}
