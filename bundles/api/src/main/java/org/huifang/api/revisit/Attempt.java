// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to reach a learner.
 *
 * @param key made by the caller; the same attempt handed in twice counts once
 * @param agent the account of whoever tried
 * @param note may be empty
 * @param callBack when to call again, with {@link Outcome#CALL_BACK} only
 * @param seconds the call took; 0 when it was not timed
 * @param feedback what the learner said, by area; problems among it become tickets
 * @param promises what the agent promised, each becomes an obligation
 */
public record Attempt(UUID key, UUID agent, Outcome outcome, String note, @Nullable Instant callBack, Instant at,
        int seconds, List<Feedback> feedback, List<Promise> promises) {
    public Attempt {
        feedback = List.copyOf(feedback);
        promises = List.copyOf(promises);
        if ((outcome == Outcome.CALL_BACK) != (callBack != null)) {
            throw new IllegalArgumentException("a call-back, and nothing else, has a time to call back at");
        }
        if (at.isBefore(Instant.EPOCH) || !at.isBefore(Obligation.UNKNOWN)
                || callBack != null && !callBack.isBefore(Obligation.UNKNOWN)) {
            throw new IllegalArgumentException("an attempt and its call-back are in the years 1970 to 9998");
        }
        if (note.length() > 20_000) {
            throw new IllegalArgumentException("a note has at most 20,000 characters");
        }
        if (feedback.size() > 20 || promises.size() > 20) {
            throw new IllegalArgumentException("an attempt has at most 20 pieces of feedback and 20 promises");
        }
    }

    /** An attempt with nothing but its outcome and a note. */
    public Attempt(UUID key, UUID agent, Outcome outcome, String note, @Nullable Instant callBack, Instant at) {
        this(key, agent, outcome, note, callBack, at, 0, List.of(), List.of());
    }
}
