// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.Planned;
import org.huifang.api.revisit.State;

/** Obligations for tests. */
final class Owed {
    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    static final UUID LEARNER = id(900);
    static final UUID COURSE = id(901);

    private Owed() {
    }

    static UUID id(int number) {
        return new UUID(0, number);
    }

    static Obligation due(int number) {
        return of(number, State.DUE, Kind.CALL, Origin.PLAN, "", null, List.of());
    }

    static Obligation in(UUID course, int number) {
        return in(course, number, State.DUE);
    }

    static Obligation in(UUID course, int number, State state) {
        return of(number, course, state, Kind.CALL, Origin.PLAN, "", null, List.of());
    }

    static Obligation of(int number, State state, Kind kind, Origin origin, String title, Planned planned,
            List<Attempt> attempts) {
        return of(number, COURSE, state, kind, origin, title, planned, attempts);
    }

    private static Obligation of(int number, UUID course, State state, Kind kind, Origin origin, String title,
            Planned planned, List<Attempt> attempts) {
        return new Obligation(id(number), LEARNER, course, "first", title, kind, origin, state, NOW, NOW, null, "",
                id(1), 10, planned, null, attempts);
    }

    /** A contact that is about these. */
    static Planned about(int... numbers) {
        return about("phone", numbers);
    }

    static Planned about(String channel, int... numbers) {
        var together = new ArrayList<UUID>();
        for (int number : numbers) {
            together.add(id(number));
        }
        return new Planned(id(800), channel, NOW, Planned.Notified.SENT, together);
    }

    static Obligation planned(int number, State state, Planned planned) {
        return of(number, state, Kind.CALL, Origin.PLAN, "", planned, List.of());
    }

    static Function<UUID, Optional<Obligation>> among(Obligation... all) {
        return wanted -> List.of(all).stream().filter(each -> each.id().equals(wanted)).findFirst();
    }
}
