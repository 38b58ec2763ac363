// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All about one ticket.
 *
 * @param said what the raiser said, in their words
 * @param responded when the raiser had the first answer, or null
 * @param responseTook working time from raising to the first answer, or null
 * @param left working time until the solution is owed, also while the clock stands still; negative when late
 * @param confirmation what the raiser said about the solution, or null
 * @param asked how often the raiser was asked about this solution
 * @param askedFirst when for the first time, or null
 * @param unanswered closed without the raiser's word, after the rule's questions
 * @param thread oldest first
 */
public record TicketFile(Ticket ticket, String said, @Nullable Instant responded, @Nullable Duration responseTook,
        Duration left, @Nullable Confirmation confirmation, int asked, @Nullable Instant askedFirst,
        boolean unanswered, List<ThreadEntry> thread) {
    public TicketFile {
        thread = List.copyOf(thread);
    }

    /**
     * The raiser's own word.
     *
     * @param how {@code link}, {@code page}: by themselves; {@code phone}, {@code person}, {@code message}: noted down
     * @param author who clicked or noted it down
     */
    public record Confirmation(Instant at, String how, String author) {
        public boolean byThemselves() {
            return author.startsWith("learner:");
        }
    }

    /** What is missing before it can be closed. */
    public List<Moved.Reason> missing() {
        var missing = new java.util.ArrayList<Moved.Reason>();
        if (ticket.cause().isBlank()) {
            missing.add(Moved.Reason.CAUSE_MISSING);
        }
        if (ticket.action().isBlank()) {
            missing.add(Moved.Reason.ACTION_MISSING);
        }
        if (!ticket.confirmed()) {
            missing.add(Moved.Reason.CONFIRMATION_MISSING);
        }
        return List.copyOf(missing);
    }
}
