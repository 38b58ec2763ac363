// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.Planned;
import org.huifang.api.revisit.State;
import org.junit.jupiter.api.Test;

class ReschedulingTest {
    private static final Instant LATER = Owed.NOW.plusSeconds(7_200);

    private final Map<UUID, Instant> moved = new LinkedHashMap<>();

    @Test
    void all_purposes_of_a_call_move_and_undo_takes_each_back_to_its_own_time() {
        var one = Owed.planned(1, State.OVERDUE, Owed.about(1, 2, 3));
        var other = at(2, Owed.NOW.plusSeconds(600));
        var never = Owed.due(3);
        var rescheduling = new Rescheduling((id, to) -> {
            moved.put(id, to);
            return true;
        });

        var before = rescheduling.to(new Case(List.of(one, other, never)), LATER);

        assertThat(moved).containsOnly(Map.entry(one.id(), LATER), Map.entry(other.id(), LATER),
                Map.entry(never.id(), LATER));
        moved.clear();
        rescheduling.back(before);
        assertThat(moved).as("what had no time has none to go back to").containsOnly(Map.entry(one.id(), Owed.NOW),
                Map.entry(other.id(), Owed.NOW.plusSeconds(600)));
    }

    @Test
    void what_did_not_move_is_not_taken_back() {
        var one = Owed.planned(1, State.DUE, Owed.about(1, 2));
        var settled = Owed.planned(2, State.DONE, Owed.about(1, 2));
        var rescheduling = new Rescheduling((id, to) -> {
            moved.put(id, to);
            return !id.equals(settled.id());
        });

        var before = rescheduling.to(new Case(List.of(one, settled)), LATER);

        assertThat(before).containsExactly(one);
        moved.clear();
        rescheduling.back(before);
        assertThat(moved).containsOnlyKeys(one.id());
        assertThat(rescheduling.to(new Case(List.of(settled)), LATER)).isEmpty();
    }

    private static Obligation at(int number, Instant at) {
        return Owed.of(number, State.DUE, Kind.CALL, Origin.PLAN, "",
                new Planned(Owed.id(801), "phone", at, Planned.Notified.SENT, List.of(Owed.id(1), Owed.id(number))),
                List.of());
    }
}
