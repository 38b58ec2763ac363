// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Feedback;
import org.huifang.api.revisit.Handled;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Promise;
import org.huifang.api.revisit.State;

/**
 * One call about several purposes is one attempt at each. What was said and promised goes with the purpose whose course it
 * is about, because a problem becomes a ticket of that course. The note and how long it took belong to the call and go
 * with the first that is taken, so that nothing counts twice.
 *
 * @param taken those on the record now
 * @param before those that somebody else settled first
 * @param unheard feedback that is not on record, because all that could have taken it was settled first
 * @param unkept promises, likewise
 */
record HandingIn(List<Obligation> taken, List<Obligation> before, List<Feedback> unheard, List<Promise> unkept) {
    /** Keeps what was said and promised, and waits for a later purpose of the call, under that purpose. */
    interface Rest {
        void keep(UUID later, List<About<Feedback>> feedback, List<About<Promise>> promises);
    }

    /**
     * Who is handed in first takes the draft of the call away with it. Before that, what is said about the others is kept
     * under the next of them, so that it is there when the database goes away in between.
     *
     * @param now as it was when the call was handed in first: after a failure half way, the same case with the same key
     * counts once, and the words of the call stay with the purpose that took them
     * @param call with a key of its own, and without feedback and promises
     */
    static HandingIn all(Case now, Attempt call, List<About<Feedback>> feedback, List<About<Promise>> promises,
            Rest rest, BiFunction<UUID, Attempt, Handled> handIn) {
        var taken = new ArrayList<Obligation>();
        var before = new ArrayList<Obligation>();
        var unheard = new ArrayList<>(feedback);
        var unkept = new ArrayList<>(promises);
        for (int i = 0; i < now.purposes().size(); i++) {
            var purpose = now.purposes().get(i);
            var later = now.purposes().stream().skip(i + 1L).filter(HandingIn::takes).toList();
            var here = here(purpose, later);
            if (!later.isEmpty()) {
                rest.keep(later.getFirst().id(), unheard.stream().filter(here.negate()).toList(),
                        unkept.stream().filter(here.negate()).toList());
            }
            var attempt = one(call, purpose.id(), taken.isEmpty(), chosen(unheard, here), chosen(unkept, here));
            switch (handIn.apply(purpose.id(), attempt)) {
                case Handled.Taken(var done) -> {
                    taken.add(done);
                    unheard.removeIf(here);
                    unkept.removeIf(here);
                }
                case Handled.SettledBefore(var done) -> before.add(done);
                case Handled.Unknown unknown -> {
                    // nothing is owed any more that could be settled
                }
            }
        }
        return new HandingIn(taken, before, chosen(unheard, each -> true), chosen(unkept, each -> true));
    }

    /** What was settled before takes nothing, unless it was only no longer owed. */
    private static boolean takes(Obligation purpose) {
        return purpose.state().open() || purpose.state() == State.EXEMPT;
    }

    /** What is about the course of a purpose; and what no later one will take, rather than that it is lost. */
    private static Predicate<About<?>> here(Obligation purpose, List<Obligation> later) {
        return each -> purpose.course().equals(each.course())
                || later.stream().noneMatch(other -> other.course().equals(each.course()));
    }

    private static <T> List<T> chosen(List<About<T>> all, Predicate<About<?>> which) {
        return all.stream().filter(which).map(About::what).toList();
    }

    private static Attempt one(Attempt call, UUID obligation, boolean first, List<Feedback> feedback,
            List<Promise> promises) {
        var key = UUID.nameUUIDFromBytes((call.key() + ":" + obligation).getBytes(StandardCharsets.UTF_8));
        return new Attempt(key, call.agent(), call.outcome(), first ? call.note() : "", call.callBack(), call.at(),
                first ? call.seconds() : 0, feedback, promises);
    }
}
