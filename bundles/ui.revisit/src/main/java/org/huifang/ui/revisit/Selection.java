// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.State;

/** The obligations that are chosen for something to be done with all of them. */
final class Selection {
    private final Map<UUID, Obligation> chosen = new LinkedHashMap<>();
    private final Runnable changed;

    Selection(Runnable changed) {
        this.changed = changed;
    }

    boolean holds(UUID obligation) {
        return chosen.containsKey(obligation);
    }

    void set(Obligation obligation, boolean on) {
        if (on) {
            chosen.put(obligation.id(), obligation);
        } else {
            chosen.remove(obligation.id());
        }
        changed.run();
    }

    void add(Collection<Obligation> all) {
        all.forEach(each -> chosen.put(each.id(), each));
        changed.run();
    }

    void clear() {
        chosen.clear();
        changed.run();
    }

    int size() {
        return chosen.size();
    }

    /** Whether something can be done with it. */
    static boolean fits(Obligation obligation) {
        return obligation.state().open() || obligation.state() == State.EXEMPT;
    }

    /** Those that are still owed. */
    List<Obligation> open() {
        return chosen.values().stream().filter(each -> each.state().open()).toList();
    }

    /** Those that could be owed again. */
    List<Obligation> exempt() {
        return chosen.values().stream().filter(each -> each.state() == State.EXEMPT).toList();
    }
}
