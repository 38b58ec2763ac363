// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Origin;
import org.huifang.api.staff.Absence;
import org.huifang.api.staff.Agent;
import org.huifang.api.staff.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssigningTest {
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final UUID BOSS = new UUID(0, 1);
    private static final UUID ANN = new UUID(0, 2);
    private static final UUID BEN = new UUID(0, 3);
    private static final UUID COURSE = new UUID(0, 9);

    private final List<Agent> team = new ArrayList<>();

    @Test
    void work_is_shared_out_though_somebody_answers_for_the_course_from_the_start() {
        team.addAll(List.of(agent(BOSS), agent(ANN), agent(BEN)));
        Assigning assigning = assigning();
        List<UUID> chosen = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            chosen.add(assigning.choose(row(BOSS, false, Origin.PLAN), null, "zh").owner());
        }
        for (UUID one : List.of(BOSS, ANN, BEN)) {
            assertThat(chosen).filteredOn(one::equals).hasSize(10);
        }
    }

    @Test
    void whoever_was_chosen_keeps_the_case_and_whoever_covers_takes_it_meanwhile() {
        team.addAll(List.of(agent(ANN), agent(BEN)));
        assertThat(assigning().choose(row(BEN, true, Origin.PLAN), ANN, "zh").owner()).isEqualTo(BEN);
        team.set(1, new Agent(BEN, "Ben", Set.of(), Set.of(), Set.of(), 360,
                List.of(new Absence(UUID.randomUUID(), BEN, TODAY, TODAY, ANN)), Set.of()));
        assertThat(assigning().choose(row(BEN, true, Origin.PLAN), null, "zh").owner()).isEqualTo(ANN);
    }

    @Test
    void a_person_is_called_by_one_agent_about_everything() {
        team.addAll(List.of(agent(ANN), agent(BEN)));
        Assigning assigning = assigning();
        for (int n = 0; n < 5; n++) {
            assertThat(assigning.choose(row(BOSS, false, Origin.PLAN), BEN, "zh").owner()).isEqualTo(BEN);
        }
    }

    @Test
    void a_promise_stays_with_whoever_gave_it() {
        team.addAll(List.of(agent(ANN), agent(BEN)));
        assertThat(assigning().choose(row(BEN, false, Origin.PROMISE), ANN, "zh").owner()).isEqualTo(BEN);
    }

    @Test
    void who_lacks_a_training_or_the_language_gets_no_cases_and_with_nobody_left_it_is_held() {
        team.add(new Agent(ANN, "Ann", Set.of(), Set.of(), Set.of(), 360, List.of(), Set.of("calling")));
        team.add(new Agent(BEN, "Ben", Set.of("en"), Set.of(), Set.of(), 360, List.of(), Set.of()));
        assertThat(assigning().choose(row(BOSS, false, Origin.PLAN), null, "en").owner()).isEqualTo(BEN);
        Assigning.Choice nobody = assigning().choose(row(BOSS, false, Origin.PLAN), null, "zh-CN");
        assertThat(nobody.nobody()).isTrue();
        assertThat(nobody.owner()).as("somebody answers all the same").isEqualTo(BOSS);
    }

    @Test
    void what_needs_a_skill_goes_to_whoever_has_it_and_is_held_when_nobody_does() {
        team.addAll(List.of(agent(ANN),
                new Agent(BEN, "Ben", Set.of(), Set.of(), Set.of("complaint"), 360, List.of(), Set.of())));
        for (int n = 0; n < 5; n++) {
            assertThat(assigning().choose(row(BOSS, false, Origin.TRIGGER, "complaint"), ANN, "zh").owner())
                    .as("whoever answers for the person's other cases lacks it").isEqualTo(BEN);
        }
        Assigning.Choice nobody = assigning().choose(row(BOSS, false, Origin.TRIGGER, "refund"), null, "zh");
        assertThat(nobody.nobody()).isTrue();
        assertThat(nobody.owner()).isEqualTo(BOSS);
    }

    private Assigning assigning() {
        // Far side of a service: the team is asked for once, and answers.
        Staff staff = (Staff) Proxy.newProxyInstance(Staff.class.getClassLoader(), new Class<?>[]{Staff.class},
                (proxy, method,
                        arguments) -> method.getName().equals("agents") ? List.copyOf(team) : Optional.of(BOSS));
        Assigning assigning = Assigning.of(staff, TenantId.DEFAULT, NOW, ZoneOffset.UTC);
        assigning.load(new HashMap<>());
        return assigning;
    }

    private static Agent agent(UUID account) {
        return new Agent(account, account.toString(), Set.of(), Set.of(), Set.of(), 360, List.of(), Set.of());
    }

    private static Arrangements.Row row(UUID owner, boolean assigned, Origin origin) {
        return row(owner, assigned, origin, null);
    }

    private static Arrangements.Row row(UUID owner, boolean assigned, Origin origin, @Nullable String skill) {
        var owed = new Owed(TenantId.DEFAULT, UUID.randomUUID(), UUID.randomUUID(), COURSE, "first", 0, Kind.CALL,
                origin,
                "", null, 5, false, skill, owner, Owed.Standing.scheduled(new Window(NOW, NOW)));
        return new Arrangements.Row(owed, owed.learner(), assigned, null, null, 0);
    }
}
