// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.State;
import org.jspecify.annotations.Nullable;

/**
 * What was promised to a person last.
 *
 * @param what in the agent's words; "" for a call-back
 * @param state of the obligation that it became, or null where it is not known
 */
record LastPromise(String what, Instant made, Instant by, @Nullable State state) {
    static Optional<LastPromise> of(List<Obligation> all) {
        return all.stream().flatMap(owed -> owed.attempts().stream().flatMap(attempt -> of(owed, attempt, all)))
                .max(Comparator.comparing(LastPromise::made));
    }

    private static Stream<LastPromise> of(Obligation owed, Attempt attempt, List<Obligation> all) {
        var promised = attempt.promises().stream().map(promise -> new LastPromise(promise.what(), attempt.at(),
                promise.by(), state(promise.what(), all)));
        return attempt.outcome() == Outcome.CALL_BACK && attempt.callBack() != null
                ? Stream.concat(promised,
                        Stream.of(new LastPromise("", attempt.at(), attempt.callBack(), owed.state())))
                : promised;
    }

    private static @Nullable State state(String what, List<Obligation> all) {
        return all.stream().filter(o -> o.origin() == Origin.PROMISE && o.title().equals(what)).map(Obligation::state)
                .reduce((a, b) -> b).orElse(null);
    }
}
