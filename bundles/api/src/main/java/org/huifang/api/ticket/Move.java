// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody does with a ticket. Texts have at most 5,000 characters; longer ones are cut off. */
public sealed interface Move {
    /**
     * The raiser is told something, or was told it. The first answer ends the clock of the first response.
     *
     * @param how {@code message} has Huifang bring it to them; {@code phone}, {@code person}, {@code other} notes down
     * that it was said
     */
    record Answer(String text, String how) implements Move {}

    /** For colleagues only. */
    record Note(String text) implements Move {}

    /**
     * It waits for the raiser or for somebody outside; the clock stands still. Only after the first answer.
     *
     * @param days after how many working days it goes on by itself, 1 to 20, or null for the usual: nothing waits without an end
     */
    record Wait(String why, @Nullable Integer days) implements Move {
        /** As long as one waits when nobody says how long. */
        public static final int DAYS = 3;

        public Wait {
            if (days != null && (days < 1 || days > 20)) {
                throw new IllegalArgumentException("a wait has 1 to 20 working days");
            }
        }

        public Wait(String why) {
            this(why, null);
        }
    }

    /** The wait is over; the clock goes on with what was left. */
    record GoOn() implements Move {}

    /**
     * Cause and action as far as they are known.
     *
     * @param cause or null: it stays as it is
     * @param action or null: it stays as it is
     */
    record Describe(@Nullable Written cause, @Nullable Written action) implements Move {
        /** Whatever stood there before. */
        public Describe(String cause, String action) {
            this(new Written(cause, null), new Written(action, null));
        }
    }

    /** @param seen what stood there when it was written: nothing is changed if that is no more so; null for anything */
    record Written(String text, @Nullable String seen) {}

    /** Cause and action are known; the raiser is asked whether it is solved. @param text to the raiser, may be empty */
    record Solve(String cause, String action, String text) implements Move {}

    /**
     * The raiser says that it is solved. It closes the ticket when cause and action are known.
     *
     * @param how {@code link}, {@code page}; or as an agent notes it down: {@code phone}, {@code person}, {@code message}
     */
    record Confirm(String how, String text) implements Move {}

    /** The raiser says that it is not solved: a solved or closed ticket is worked on again, with new clocks. */
    record NotSolved(String how, String text) implements Move {}

    /** Closes what has cause, action and the raiser's confirmation. */
    record Close() implements Move {}

    /** Staff take up a solved or closed ticket again, with new clocks. */
    record Reopen(String why) implements Move {}

    /** Another area or sub-code; the clocks stay. */
    record Classify(Area area, String code) implements Move {}

    /** The course change that should end such tickets, or null for none. */
    record Link(@Nullable UUID change) implements Move {}
}
