// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.Owned;
import org.huifang.api.staff.Agent;
import org.junit.jupiter.api.Test;

class HandingOverTest {
    private static final UUID COURSE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private final Agent li = agent(1);
    private final Agent wang = agent(2);

    @Test
    void learners_are_shared_out_so_that_the_minutes_come_near_to_each_other() {
        List<Owned> open = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            open.add(owed(i, COURSE, 10, Origin.PLAN));
        }
        var plan = HandingOver.of(open, List.of(li, wang), Map.of(), Map.of(li.account(), 100L));
        assertThat(plan.shares().get(li.account())).hasSize(5);
        assertThat(plan.shares().get(wang.account())).hasSize(15);
        assertThat(plan.count()).isEqualTo(20);
        assertThat(plan.left()).isEmpty();
    }

    @Test
    void what_is_owed_to_one_learner_stays_in_one_hand() {
        var open = List.of(owed(1, COURSE, 10, Origin.PLAN), owed(1, OTHER, 10, Origin.PROMISE),
                owed(2, COURSE, 10, Origin.PLAN));
        var plan = HandingOver.of(open, List.of(li, wang), Map.of(), Map.of());
        assertThat(plan.shares().values()).allSatisfy(
                share -> assertThat(share.stream().map(Owned::learner).distinct()).hasSize(1));
        assertThat(HandingOver.promises(open)).isEqualTo(1);
    }

    @Test
    void what_none_of_the_chosen_serves_stays_and_is_counted() {
        var narrow = agent(3, OTHER);
        var open = List.of(owed(1, COURSE, 10, Origin.PLAN), owed(2, OTHER, 10, Origin.PLAN));
        var plan = HandingOver.of(open, List.of(narrow), Map.of(), Map.of());
        assertThat(plan.left()).containsExactly(open.getFirst());
        assertThat(plan.shares()).containsOnlyKeys(narrow.account());
        assertThat(HandingOver.of(open, List.of(), Map.of(), Map.of()).left()).hasSize(2);
    }

    @Test
    void a_learner_goes_only_to_somebody_who_speaks_their_language_and_has_the_skill() {
        var ann = new Agent(new UUID(0, 4), "Ann", Set.of("en"), Set.of(), Set.of("complaint"), 360, List.of(),
                Set.of());
        var bao = new Agent(new UUID(0, 5), "Bao", Set.of("zh"), Set.of(), Set.of(), 360, List.of(), Set.of());
        var english = owed(1, COURSE, 10, Origin.PLAN);
        var chinese = owed(2, COURSE, 10, Origin.PLAN);
        var angry = new Owned(UUID.randomUUID(), new UUID(9, 3), COURSE, Origin.TRIGGER, 10, "complaint");
        var languages = Map.of(english.learner(), "en-GB", chinese.learner(), "zh-Hans", angry.learner(), "zh-Hans");
        var plan = HandingOver.of(List.of(english, chinese, angry), List.of(ann, bao), languages, Map.of());
        assertThat(plan.shares()).containsEntry(ann.account(), List.of(english)).containsEntry(bao.account(),
                List.of(chinese));
        assertThat(plan.left()).containsExactly(angry);
    }

    @Test
    void what_the_giver_has_no_more_is_not_handed_over() {
        var open = List.of(owed(1, COURSE, 10, Origin.PLAN), owed(2, COURSE, 10, Origin.PLAN));
        var plan = HandingOver.of(open, List.of(li, wang), Map.of(), Map.of());
        var rest = plan.only(List.of(open.getLast(), owed(3, COURSE, 10, Origin.PLAN)));
        assertThat(rest.shares().values()).containsExactly(List.of(open.getLast()));
        assertThat(rest.count()).isEqualTo(1);
    }

    private static Owned owed(int learner, UUID course, int minutes, Origin origin) {
        return new Owned(UUID.randomUUID(), new UUID(9, learner), course, origin, minutes, null);
    }

    private static Agent agent(int number, UUID... courses) {
        return new Agent(new UUID(0, number), "agent " + number, Set.of(), Set.of(courses), Set.of(), 360, List.of(),
                Set.of());
    }
}
