// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A contact as planned; several obligations of one person may share it.
 *
 * @param channel on which
 * @param at from when on
 * @param together all obligations that it is about and that are still open, in the order in which they are due
 */
public record Planned(UUID contact, String channel, Instant at, Notified notified, List<UUID> together) {
    public Planned {
        together = List.copyOf(together);
    }

    /** What the learner knows and said. */
    public enum Notified {
        NOT_YET, SENT, CONFIRMED, MOVED, DECLINED
    }
}
