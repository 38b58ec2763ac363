// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.huifang.api.calendar.Cap;
import org.huifang.api.calendar.ContactHours;

/**
 * What holds for all persons of a school.
 *
 * @param hours by channel; a channel that is absent is not used at all
 * @param caps all of them hold at once, so that the strictest counts
 * @param zone of persons whose own is not known
 * @param notice how long before a call the person is told
 */
public record Limits(Map<String, ContactHours> hours, List<Cap> caps, ZoneId zone, Duration notice) {
    public Limits {
        hours = Map.copyOf(hours);
        caps = List.copyOf(caps);
    }
}
