// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Data of a person whose time is over.
 *
 * @param data the class: {@code contact}, {@code note}, {@code consent}
 * @param last the last activity from which the period was counted
 * @param due the day on which it was over
 * @param kept why it stays all the same; empty when it would be erased
 */
public record ErasureDue(UUID learner, String data, Instant last, LocalDate due, Set<Keeps> kept) {
    /** What keeps data that is due. */
    public enum Keeps {
        LEGAL_HOLD,
        /** The person still takes a course. */
        ENROLLED,
        /** A person whose guardian or payer it is still takes a course. */
        LEARNER_ENROLLED,
        /** Something that was bought has not ended. */
        PURCHASE_RUNS,
        /** Its time is not over for another class: without the person a kept consent proves nothing. */
        CONSENT_KEPT
    }

    public ErasureDue {
        kept = Set.copyOf(kept);
    }
}
