// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.util.List;

/**
 * A stretch of the timeline.
 *
 * @param cursor where the next stretch begins; the one given when there is nothing new
 */
public record Tail(List<TimelineEntry> entries, String cursor) {
    public Tail {
        entries = List.copyOf(entries);
    }
}
