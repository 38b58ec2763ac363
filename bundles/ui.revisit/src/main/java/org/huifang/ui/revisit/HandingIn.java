// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Handled;
import org.huifang.api.revisit.Obligation;

/**
 * One call about several purposes is one attempt at each. What was said, promised and how long it took belongs to the
 * call and goes with the first that is taken, so that nothing counts twice.
 *
 * @param taken those on the record now
 * @param before those that somebody else settled first
 */
record HandingIn(List<Obligation> taken, List<Obligation> before) {
    /**
     * @param now as it was when the call was handed in first: after a failure half way, the same case with the same key
     * counts once, and the words of the call stay with the purpose that took them
     * @param said with a key of the call
     */
    static HandingIn all(Case now, Attempt said, BiFunction<UUID, Attempt, Handled> handIn) {
        var taken = new ArrayList<Obligation>();
        var before = new ArrayList<Obligation>();
        for (var purpose : now.purposes()) {
            switch (handIn.apply(purpose.id(), one(said, purpose.id(), taken.isEmpty()))) {
                case Handled.Taken(var done) -> taken.add(done);
                case Handled.SettledBefore(var done) -> before.add(done);
                case Handled.Unknown unknown -> {
                    // nothing is owed any more that could be settled
                }
            }
        }
        return new HandingIn(taken, before);
    }

    private static Attempt one(Attempt said, UUID obligation, boolean whole) {
        var key = UUID.nameUUIDFromBytes((said.key() + ":" + obligation).getBytes(StandardCharsets.UTF_8));
        return whole
                ? new Attempt(key, said.agent(), said.outcome(), said.note(), said.callBack(), said.at(),
                        said.seconds(), said.feedback(), said.promises())
                : new Attempt(key, said.agent(), said.outcome(), "", said.callBack(), said.at());
    }
}
