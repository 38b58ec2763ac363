// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.time.Instant;
import org.huifang.api.ticket.TicketFile;
import org.jspecify.annotations.Nullable;

/**
 * Why it happened, what was done, and what the raiser says to it.
 *
 * @param asked how often the raiser was asked about this solution
 * @param askNext when to ask again, or to close without an answer; null while it is not solved
 */
record Solution(String cause, String action, TicketFile.@Nullable Confirmation confirmation, int asked,
        @Nullable Instant askedFirst, @Nullable Instant askNext) {
    static final Solution NONE = new Solution("", "", null, 0, null, null);

    boolean known() {
        return !cause.isBlank() && !action.isBlank();
    }

    Solution described(String why, String what) {
        return new Solution(why, what, confirmation, asked, askedFirst, askNext);
    }

    Solution confirmed(TicketFile.Confirmation word) {
        return new Solution(cause, action, word, asked, askedFirst, null);
    }

    Solution asked(Instant now, Instant next) {
        return new Solution(cause, action, confirmation, asked + 1, askedFirst == null ? now : askedFirst, next);
    }

    /**
     * The last question is still on its way.
     *
     * @param heard how many came to the raiser before it; the time of asking begins with the first that does
     */
    Solution askedInVain(int heard, Instant now, Instant next) {
        return new Solution(cause, action, confirmation, heard + 1, heard == 0 ? now : askedFirst, next);
    }

    Solution askedLater(Instant next) {
        return new Solution(cause, action, confirmation, asked, askedFirst, next);
    }

    Solution askedNoMore() {
        return new Solution(cause, action, confirmation, asked, askedFirst, null);
    }

    /** It was none: cause and action stay to be read, the questions are forgotten. */
    Solution failed() {
        return new Solution(cause, action, null, 0, null, null);
    }
}
