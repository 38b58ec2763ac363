// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which rows can be taken, though numbers are given before they are committed: none beyond a missing number, until
 * it is sure that nobody still holds it. That is when a few seconds have passed, in which whoever was given the number
 * has begun to write, and then all transactions that were writing by that time are over.
 */
final class Gaps {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** @param horizon no transaction that began to write from this one on has the number */
    private record Gap(Instant noticed, @Nullable Long horizon) {
        Gap at(Instant now, LogTable.Stretch read) {
            return horizon == null && !now.isBefore(noticed.plus(PATIENCE)) ? new Gap(noticed, read.next()) : this;
        }

        boolean over(LogTable.Stretch read) {
            return horizon != null && read.oldest() >= horizon;
        }
    }

    private Map<Long, Gap> open = Map.of();

    synchronized List<LogRow> sure(long position, LogTable.Stretch read, Instant now) {
        Map<Long, Gap> noticed = new HashMap<>();
        List<LogRow> sure = new ArrayList<>();
        boolean waiting = false;
        long last = position;
        for (LogRow row : read.rows()) {
            if (row.id() > last + 1) {
                Gap gap = open.getOrDefault(last, new Gap(now, null)).at(now, read);
                noticed.put(last, gap);
                waiting |= !gap.over(read);
            }
            if (!waiting) {
                sure.add(row);
            }
            last = row.id();
        }
        open = noticed;
        return sure;
    }
}
