// SPDX-License-Identifier: Apache-2.0
package org.huifang.channel.email;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How many may still go today; counted since the start of this node. */
final class DailyLimit {
    private final int most;
    private LocalDate day = LocalDate.MIN;
    private int sent;

    /** @param most 0 for as many as there are */
    DailyLimit(int most) {
        this.most = most;
    }

    synchronized boolean take(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            sent = 0;
        }
        if (most > 0 && sent >= most) {
            return false;
        }
        sent++;
        return true;
    }

    /** What was taken at this time did not go. */
    synchronized void giveBack(Instant taken) {
        if (LocalDate.ofInstant(taken, ZoneOffset.UTC).equals(day)) {
            sent--;
        }
    }
}
