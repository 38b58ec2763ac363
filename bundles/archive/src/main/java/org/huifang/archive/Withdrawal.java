// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Instant;
import java.util.UUID;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Fact;
import org.jspecify.annotations.Nullable;

/** That a source takes back what it said of a person. */
record Withdrawal(UUID learner, String source, String author, Instant at) {
    static @Nullable Withdrawal of(Fact fact, @Nullable UUID learner, String source) {
        return learner != null && fact instanceof Fact.PersonWithdrawn gone
                ? new Withdrawal(learner, source, gone.author(), Text.storable(gone.at()))
                : null;
    }

    /** Of one instant the value would win, and the clock of who said it may go ahead: so the withdrawal comes after it. */
    Saying of(Said said) {
        return new Saying(learner, said.place().field(), "", source, author, Confidence.REPORTED,
                at.isAfter(said.said()) ? at : said.said().plusNanos(1_000), at);
    }
}
