// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.huifang.api.revisit.Feedback;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.Promise;
import org.jspecify.annotations.Nullable;

/**
 * What an agent has entered about a case and not handed in. {@link DraftText} makes one text of it.
 *
 * @param feedback each with its area; words and code may still be missing
 * @param promises each may still lack its words or its day
 * @param trail the nodes of the script that were gone through, the one that is shown last
 */
record Draft(@Nullable Outcome outcome, @Nullable Instant callBack, String note, Call call,
        List<About<Feedback>> feedback, List<About<Pledge>> promises, List<String> trail) {
    static final Draft EMPTY = new Draft(null, null, "");

    /** A promise as far as it is typed. */
    record Pledge(String what, @Nullable Instant by) {
        boolean empty() {
            return what.isBlank() && by == null;
        }
    }

    /**
     * The call itself.
     *
     * @param started since when it runs, or null while none does
     * @param seconds of those parts that are over
     * @param recorded whether the person was told that the call is recorded, or null while nothing was said of it
     */
    record Call(@Nullable Instant started, int seconds, @Nullable Boolean recorded) {
        static final Call NONE = new Call(null, 0, null);
        private static final long LONGEST = Duration.ofHours(8).toSeconds();

        /** A call that runs goes on running. */
        Call start(Instant now) {
            return started == null ? new Call(now, seconds, recorded) : this;
        }

        Call stop(Instant now) {
            return new Call(null, until(now), recorded);
        }

        /** How long it took until now; somebody who forgot it over night has not spoken all the time. */
        int until(Instant now) {
            return started == null
                    ? seconds
                    : seconds + (int) Math.clamp(Duration.between(started, now).toSeconds(), 0, LONGEST);
        }

        Call told(@Nullable Boolean given) {
            return new Call(started, seconds, given);
        }
    }

    Draft {
        feedback = List.copyOf(feedback);
        promises = List.copyOf(promises);
        trail = List.copyOf(trail);
    }

    Draft(@Nullable Outcome outcome, @Nullable Instant callBack, String note) {
        this(outcome, callBack, note, Call.NONE, List.of(), List.of(), List.of());
    }

    Draft with(@Nullable Outcome chosen, @Nullable Instant again) {
        return new Draft(chosen, again, note, call, feedback, promises, trail);
    }

    Draft with(String typed) {
        return new Draft(outcome, callBack, typed, call, feedback, promises, trail);
    }

    Draft with(Call now) {
        return new Draft(outcome, callBack, note, now, feedback, promises, trail);
    }

    Draft withFeedback(List<About<Feedback>> pieces) {
        return new Draft(outcome, callBack, note, call, pieces, promises, trail);
    }

    Draft withPromises(List<About<Pledge>> made) {
        return new Draft(outcome, callBack, note, call, feedback, made, trail);
    }

    Draft withTrail(List<String> nodes) {
        return new Draft(outcome, callBack, note, call, feedback, promises, nodes);
    }

    /** What is left for the other purposes of a call once one has taken its note and its time. */
    Draft rest(List<About<Feedback>> left, List<About<Promise>> owed) {
        return new Draft(outcome, callBack, "", Call.NONE, left,
                owed.stream().map(each -> each.map(promise -> new Pledge(promise.what(), promise.by()))).toList(),
                trail);
    }
}
