// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.util.List;

/**
 * A stretch of the timeline.
 *
 * @param entries those of the kinds that were asked for
 * @param cursor where the next stretch begins; the one given when there is nothing new
 * @param more whether the stretch was cut off at its limit, so that the next can be read at once
 */
public record Tail(List<TimelineEntry> entries, String cursor, boolean more) {
    public Tail {
        entries = List.copyOf(entries);
    }
}
