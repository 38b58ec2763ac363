// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.Page;
import org.huifang.api.revisit.Anchor;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.PlannedStep;
import org.huifang.api.revisit.State;
import org.junit.jupiter.api.Test;

class StopCountTest {
    private static final UUID COURSE = id(1);
    private static final UUID OTHER = id(2);

    private final PlanVersion all = plan(null, null, "first", "end");
    private final List<Obligation> owed = new ArrayList<>();

    @Test
    void what_is_open_is_exempt_and_what_is_settled_or_owed_for_another_reason_is_not() {
        add(10, COURSE, "first", State.OVERDUE, Origin.PLAN);
        add(10, COURSE, "end", State.SCHEDULED, Origin.PLAN);
        add(11, OTHER, "first", State.DUE, Origin.PLAN);
        add(11, OTHER, "end", State.DONE, Origin.PLAN);
        add(12, COURSE, "end", State.DUE, Origin.PROMISE);

        assertThat(count(all, List.of(all), Map.of())).isEqualTo(new StopCount(3, 2, 0));
    }

    @Test
    void whose_plan_is_another_one_is_left_out_and_what_the_next_plan_has_goes_on() {
        var special = plan(COURSE, null, "first");
        add(10, COURSE, "first", State.DUE, Origin.PLAN);
        add(11, OTHER, "first", State.DUE, Origin.PLAN);
        add(11, OTHER, "end", State.DUE, Origin.PLAN);

        assertThat(count(all, List.of(all, special), Map.of())).isEqualTo(new StopCount(2, 1, 0));
        assertThat(count(special, List.of(all, special), Map.of())).as("the plan for all has that step")
                .isEqualTo(new StopCount(0, 0, 1));
    }

    @Test
    void a_plan_for_a_tag_holds_for_those_who_wear_it() {
        var vip = plan(null, "vip", "first", "extra");
        add(10, COURSE, "first", State.DUE, Origin.PLAN);
        add(10, COURSE, "extra", State.DUE, Origin.PLAN);
        add(11, COURSE, "first", State.DUE, Origin.PLAN);

        assertThat(count(vip, List.of(all, vip), Map.of(id(10), Set.of("vip")))).isEqualTo(new StopCount(1, 1, 1));
    }

    private StopCount count(PlanVersion stopped, List<PlanVersion> live, Map<UUID, Set<String>> tags) {
        // pages of one, so that they are gone through
        return StopCount.of(stopped, live, (step, state, after) -> {
            var fits = owed.stream().filter(each -> each.step().equals(step) && each.state() == state).toList();
            int at = after == null ? 0 : Integer.parseInt(after);
            return new Page<>(fits.subList(Math.min(at, fits.size()), Math.min(at + 1, fits.size())),
                    at + 1 < fits.size() ? Integer.toString(at + 1) : null);
        }, learners -> tags);
    }

    private void add(int learner, UUID course, String step, State state, Origin origin) {
        owed.add(new Obligation(UUID.randomUUID(), id(learner), course, step, "", Kind.CALL, origin, state,
                Instant.EPOCH, Instant.EPOCH, null, "", id(99), 5, null, null, List.of()));
    }

    private static PlanVersion plan(UUID course, String tag, String... steps) {
        return new PlanVersion(UUID.randomUUID(), 1, "", course, tag, PlanVersion.Status.LIVE,
                Stream.of(steps).map(
                        code -> new PlannedStep(code, "", Kind.CALL, Anchor.START, 0, 0, 7, 5, true)).toList(),
                Instant.EPOCH, null, "");
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
