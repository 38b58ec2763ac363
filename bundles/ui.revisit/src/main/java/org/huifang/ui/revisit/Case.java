// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Planned;
import org.huifang.api.revisit.State;

/**
 * What one call is about: all that is owed to a person and planned together, in the order in which it is due. It is one
 * row, one screen and one outcome.
 */
record Case(List<Obligation> purposes) {
    static final String PHONE = "phone";

    Case {
        purposes = List.copyOf(purposes);
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("a case is about something");
        }
    }

    Obligation first() {
        return purposes.getFirst();
    }

    UUID id() {
        return first().id();
    }

    boolean holds(UUID obligation) {
        return purposes.stream().anyMatch(each -> each.id().equals(obligation));
    }

    /** Some of it is still owed. */
    boolean open() {
        return purposes.stream().anyMatch(each -> each.state().open());
    }

    /** It is to be done now. */
    boolean waiting() {
        return purposes.stream().anyMatch(each -> each.state() == State.DUE || each.state() == State.OVERDUE);
    }

    State state() {
        return purposes.stream().map(Obligation::state).filter(state -> state == State.OVERDUE).findFirst()
                .or(() -> purposes.stream().map(Obligation::state).filter(State::open).findFirst())
                .orElse(first().state());
    }

    /** On which channel it is planned, as the person chose or may be reached; a call while it is not planned. */
    String channel() {
        var planned = first().planned();
        return planned == null ? PHONE : planned.channel();
    }

    /** It is planned as a call, or not planned yet. */
    boolean called() {
        return channel().equals(PHONE);
    }

    /** What it is about, in the order of its purposes; each course once. */
    List<UUID> courses() {
        return purposes.stream().map(Obligation::course).distinct().toList();
    }

    /** The same purposes as they stand now. */
    Case again(Function<UUID, Optional<Obligation>> find) {
        return new Case(purposes.stream().map(each -> find.apply(each.id()).orElse(each)).toList());
    }

    int minutes() {
        return purposes.stream().filter(each -> each.state().open()).mapToInt(Obligation::minutes).sum();
    }

    /** The case that this obligation belongs to. */
    static Case of(Obligation opened, Function<UUID, Optional<Obligation>> find) {
        return opened.state().open() ? new Case(together(opened, find)) : new Case(List.of(opened));
    }

    /** The cases of a queue, in its order; what is planned together stands where the first of it stands. */
    static List<Case> of(List<Obligation> queue, Function<UUID, Optional<Obligation>> find) {
        var known = new LinkedHashMap<UUID, Obligation>();
        queue.forEach(each -> known.put(each.id(), each));
        var seen = new LinkedHashSet<UUID>();
        var cases = new ArrayList<Case>();
        for (var each : queue) {
            if (!seen.contains(each.id())) {
                var one = new Case(together(each,
                        id -> Optional.ofNullable(known.get(id)).or(() -> find.apply(id))));
                one.purposes().forEach(purpose -> seen.add(purpose.id()));
                cases.add(one);
            }
        }
        return cases;
    }

    /** What a call cannot do, a questionnaire, and what is settled meanwhile is left out. */
    private static List<Obligation> together(Obligation one, Function<UUID, Optional<Obligation>> find) {
        var planned = Optional.ofNullable(one.planned()).map(Planned::together).orElse(List.of());
        var all = new ArrayList<Obligation>();
        for (var id : planned) {
            (id.equals(one.id()) ? Optional.of(one) : find.apply(id))
                    .filter(each -> each.id().equals(one.id())
                            || each.state().open() && each.kind() != Kind.QUESTIONNAIRE)
                    .ifPresent(all::add);
        }
        if (all.stream().noneMatch(each -> each.id().equals(one.id()))) {
            all.add(one);
        }
        return all;
    }
}
