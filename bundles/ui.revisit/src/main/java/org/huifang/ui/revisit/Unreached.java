// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.State;
import org.jspecify.annotations.Nullable;

/** Why somebody cannot be reached, as the attempts say. */
sealed interface Unreached {
    /** The last one found a stranger. */
    record WrongNumber() implements Unreached {}

    /** @param times that nobody answered, a machine did, or the line was busy; at least once */
    record Unanswered(int times) implements Unreached {}

    /** Null for what is not unreachable, or became so without an attempt. */
    static @Nullable Unreached of(Obligation obligation) {
        var attempts = obligation.attempts();
        if (obligation.state() != State.UNREACHABLE || attempts.isEmpty()) {
            return null;
        }
        if (attempts.getLast().outcome() == Outcome.WRONG_NUMBER) {
            return new WrongNumber();
        }
        // a call-back that was agreed on in between does not begin the count anew
        int times = (int) attempts.stream().map(Attempt::outcome).filter(Unreached::unanswered).count();
        return times == 0 ? null : new Unanswered(times);
    }

    private static boolean unanswered(Outcome outcome) {
        return switch (outcome) {
            case NO_ANSWER, BUSY, VOICEMAIL -> true;
            case REACHED, WRONG_NUMBER, REFUSED, CALL_BACK -> false;
        };
    }
}
