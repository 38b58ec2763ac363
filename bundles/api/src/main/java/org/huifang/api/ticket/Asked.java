// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as its raiser sees it: nothing that colleagues noted for each other.
 *
 * @param promised until when the solution is owed, or null while the clock stands still or it is closed
 * @param answers what the raiser was told, oldest first
 * @param action what was done, once it is said to be solved; else ""
 */
public record Asked(TenantId tenant, UUID ticket, String token, long number, UUID learner, @Nullable UUID course,
        String title, String said, Status status, Instant raised, @Nullable Instant promised, String action,
        List<Answered> answers) {
    /** What the raiser can do; pages have a sentence for each. */
    public enum Status {
        /** It is worked on; the raiser may say that it is solved already. */
        WORKED_ON,
        /** The raiser is asked whether it is solved. */
        ASKED,
        /** The raiser said that it is solved. */
        CONFIRMED,
        /** It was closed because no answer came; "not solved" opens it again. */
        CLOSED
    }

    public Asked {
        answers = List.copyOf(answers);
    }

    /** Something the raiser was told. @param change whether it is "you said, we did" */
    public record Answered(String text, boolean change, Instant at) {}
}
