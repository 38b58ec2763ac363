// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What sources say, taken together: of each source and field the value said last is current, whichever arrived last; the
 * others stay as superseded. The same value again changes nothing that anybody sees. Nothing that was said is lost.
 */
final class Sayings {
    private final Map<Said.Place, Said> current = new HashMap<>();
    private final Set<Said> changed = new HashSet<>();
    private final List<Said> all = new ArrayList<>();

    Sayings(Collection<Said> current) {
        current.forEach(said -> this.current.put(said.place(), said));
    }

    /** In the order of the times they were said at. */
    void take(Collection<Saying> sayings) {
        sayings.stream().sorted(Comparator.comparing(Saying::at)).forEach(this::take);
    }

    /** Whatever this source said of this person holds no more. */
    void withdraw(Withdrawal gone) {
        List.copyOf(current.values()).stream()
                .filter(said -> said.place().learner().equals(gone.learner())
                        && said.place().source().equals(gone.source()) && !said.value().isEmpty())
                .forEach(said -> take(gone.of(said)));
    }

    private void take(Saying saying) {
        Said said = Said.of(saying);
        Said before = current.get(said.place());
        if (before == null) {
            hold(said);
        } else if (before.sameAs(said)) {
            if (before.repeat(said)) {
                changed.add(before);
            }
        } else if (before.olderThan(said)) {
            before.supersede(said.since());
            changed.add(before);
            hold(said);
        } else {
            said.supersede(said.since().isBefore(before.since()) ? before.since() : before.said());
            changed.add(said);
            all.add(said);
        }
    }

    private void hold(Said said) {
        current.put(said.place(), said);
        changed.add(said);
        all.add(said);
    }

    /** What is to be stored. */
    Set<Said> changed() {
        return changed;
    }

    /** The values that hold for their source. */
    Collection<Said> current() {
        return current.values();
    }
}
