// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to reach a learner.
 *
 * @param key made by the caller; the same attempt handed in twice counts once
 * @param agent the account of whoever tried
 * @param note may be empty
 * @param callBack when to call again, with {@link Outcome#CALL_BACK} only
 */
public record Attempt(UUID key, UUID agent, Outcome outcome, String note, @Nullable Instant callBack, Instant at) {
    public Attempt {
        if ((outcome == Outcome.CALL_BACK) != (callBack != null)) {
            throw new IllegalArgumentException("a call-back, and nothing else, has a time to call back at");
        }
        if (note.length() > 20_000) {
            throw new IllegalArgumentException("a note has at most 20,000 characters");
        }
    }
}
