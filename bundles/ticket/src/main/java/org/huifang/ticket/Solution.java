// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.time.Instant;
import org.huifang.api.ticket.Move;
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

    /** Who did not see what a colleague wrote meanwhile does not write over it. */
    boolean seenBy(Move.Describe said) {
        return seen(said.cause(), cause) && seen(said.action(), action);
    }

    Solution described(Move.Describe said) {
        return described(written(said.cause(), cause), written(said.action(), action));
    }

    String words() {
        return cause + "\n" + action;
    }

    private static boolean seen(Move.@Nullable Written written, String now) {
        String seen = written == null ? null : written.seen();
        return seen == null || Text.of(seen, Steps.LONGEST).equals(now);
    }

    private static String written(Move.@Nullable Written written, String now) {
        return written == null ? now : Text.of(written.text(), Steps.LONGEST);
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
