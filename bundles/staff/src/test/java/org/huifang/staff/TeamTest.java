// SPDX-License-Identifier: Apache-2.0
package org.huifang.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huifang.api.Change;
import org.huifang.api.TenantId;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.Role;
import org.huifang.api.staff.Absence;
import org.huifang.api.staff.Agent;
import org.huifang.api.staff.Staff;
import org.huifang.api.staff.TrainingRecord;
import org.huifang.identity.RealAccounts;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Sql;
import org.huifang.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamTest {
    private static final TenantId HERE = new TenantId("here");
    private static final TenantId ELSEWHERE = new TenantId("elsewhere");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final UUID COURSE = UUID.randomUUID();
    private static volatile Instant now = Instant.parse("2026-11-23T01:00:00Z");
    private static final InstantSource CLOCK = () -> now;
    private static TestDatabase database;
    private static Accounts accounts;
    private static StaffStore store;
    private static UUID boss;
    private static UUID lead;
    private static UUID li;
    private static UUID wang;
    private Node node;

    /** The components of one node over the common database. */
    private static final class Node {
        final Remembered remembered = new Remembered();
        final Staff staff = new StoredStaff(store, accounts, remembered, new Announcer(), CLOCK);
    }

    @BeforeAll
    static void open() throws Exception {
        database = TestDatabase.start();
        accounts = RealAccounts.of(database, CLOCK);
        store = new StaffStore(database);
        boss = employ("an.boss", Role.ADMIN);
        lead = employ("bai.lead", Role.SUPERVISOR);
        li = employ("li.na", Role.AGENT);
        wang = employ("wang.wei", Role.AGENT);
    }

    @BeforeEach
    void clear() throws Exception {
        database.execute("truncate staff.profile, staff.absence, staff.required, staff.training, staff.responsible");
        node = new Node();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void everybody_with_the_role_is_in_the_team_also_without_a_profile() {
        assertThat(node.staff.agents(HERE, TODAY)).extracting(Agent::account).containsExactly(li, wang);
        Agent plain = node.staff.agent(HERE, li, TODAY).orElseThrow();
        assertThat(plain.minutesPerDay()).isEqualTo(360);
        assertThat(plain.trained()).isTrue();
        assertThat(plain.serves(COURSE)).isTrue();
        assertThat(plain.speaks("fr")).isTrue();
        assertThat(node.staff.agent(HERE, lead, TODAY)).isEmpty();
        assertThat(node.staff.agents(ELSEWHERE, TODAY)).isEmpty();
    }

    @Test
    void a_profile_is_kept_and_replaced_as_a_whole() {
        node.staff.save(HERE, profile(li, Set.of("zh-Hans", "en"), Set.of(COURSE), Set.of("complaint"), 200));
        node.staff.save(HERE, profile(li, Set.of("en"), Set.of(COURSE), Set.of(), 240));
        Agent kept = new Node().staff.agent(HERE, li, TODAY).orElseThrow();
        assertThat(kept.languages()).containsExactly("en");
        assertThat(kept.speaks("en-GB")).isTrue();
        assertThat(kept.speaks("zh-Hant")).isFalse();
        assertThat(kept.serves(UUID.randomUUID())).isFalse();
        assertThat(kept.skills()).isEmpty();
        assertThat(kept.minutesPerDay()).isEqualTo(240);
        assertThatThrownBy(() -> node.staff.save(HERE, profile(li, Set.of(), Set.of(), Set.of(), 1_441)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void who_lacks_a_training_that_holds_on_the_day_gets_no_cases_and_it_is_said_which() {
        node.staff.require(HERE, Set.of("calling", "security"));
        assertThat(node.staff.agent(HERE, li, TODAY).orElseThrow().lacking()).containsExactlyInAnyOrder("calling",
                "security");
        node.staff.passed(HERE, record(li, "calling", TODAY.minusDays(30), null));
        node.staff.passed(HERE, record(li, "security", TODAY.minusYears(1), TODAY));
        assertThat(node.staff.agent(HERE, li, TODAY).orElseThrow().trained()).isTrue();
        assertThat(node.staff.agent(HERE, li, TODAY.plusDays(1)).orElseThrow().lacking()).containsExactly("security");
        assertThat(node.staff.agent(HERE, li, TODAY.minusDays(31)).orElseThrow().lacking()).containsExactly("calling");
        assertThat(node.staff.agent(HERE, wang, TODAY).orElseThrow().trained()).isFalse();
        node.staff.require(HERE, Set.of("calling"));
        assertThat(node.staff.required(HERE)).containsExactly("calling");
        assertThat(node.staff.agent(HERE, li, TODAY.plusDays(1)).orElseThrow().trained()).isTrue();
        assertThat(node.staff.required(ELSEWHERE)).isEmpty();
    }

    @Test
    void a_renewed_training_counts_beside_the_old_record_and_the_same_record_counts_once() {
        var old = record(li, "calling", TODAY.minusYears(1), TODAY.minusDays(1));
        var renewed = record(li, "calling", TODAY, TODAY.plusYears(1));
        node.staff.require(HERE, Set.of("calling"));
        node.staff.passed(HERE, old);
        node.staff.passed(HERE, old);
        node.staff.passed(HERE, renewed);
        assertThat(node.staff.trainings(HERE, li)).containsExactly(renewed, old);
        assertThat(node.staff.agent(HERE, li, TODAY).orElseThrow().trained()).isTrue();
        node.staff.withdraw(HERE, renewed.id());
        assertThat(node.staff.trainings(HERE, li)).containsExactly(old);
        assertThat(node.staff.agent(HERE, li, TODAY).orElseThrow().trained()).isFalse();
    }

    @Test
    void an_absence_holds_from_its_first_to_its_last_day_and_names_who_covers() {
        var leave = new Absence(UUID.randomUUID(), li, TODAY, TODAY.plusDays(2), wang);
        node.staff.saveAbsence(HERE, leave);
        Agent agent = node.staff.agent(HERE, li, TODAY).orElseThrow();
        assertThat(agent.absence(TODAY)).contains(leave);
        assertThat(agent.absence(TODAY.plusDays(2))).contains(leave);
        assertThat(agent.absence(TODAY.plusDays(3))).isEmpty();
        assertThat(node.staff.agent(HERE, li, TODAY.plusDays(3)).orElseThrow().absences()).isEmpty();
        var shorter = new Absence(leave.id(), li, TODAY, TODAY, null);
        node.staff.saveAbsence(HERE, shorter);
        assertThat(node.staff.agent(HERE, li, TODAY).orElseThrow().absences()).containsExactly(shorter);
        node.staff.removeAbsence(HERE, leave.id());
        assertThat(node.staff.agent(HERE, li, TODAY).orElseThrow().absences()).isEmpty();
        assertThatThrownBy(() -> node.staff.saveAbsence(HERE, new Absence(leave.id(), li, TODAY, TODAY, li)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void there_is_always_somebody_who_answers_for_a_course() {
        assertThat(node.staff.responsible(HERE, COURSE)).contains(lead);
        node.staff.setResponsible(HERE, null, wang);
        assertThat(node.staff.responsible(HERE, COURSE)).contains(wang);
        node.staff.setResponsible(HERE, COURSE, li);
        node.staff.setResponsible(HERE, COURSE, li);
        assertThat(node.staff.responsible(HERE, COURSE)).contains(li);
        assertThat(node.staff.responsible(HERE, UUID.randomUUID())).contains(wang);
        assertThat(node.staff.responsibilities(HERE)).isEqualTo(Map.of(COURSE, li, Staff.ALL_COURSES, wang));
        node.staff.setResponsible(HERE, COURSE, null);
        assertThat(node.staff.responsible(HERE, COURSE)).contains(wang);
        node.staff.setResponsible(HERE, null, null);
        assertThat(node.staff.responsible(HERE, null)).contains(lead);
        assertThat(node.staff.responsible(ELSEWHERE, COURSE)).isEmpty();
    }

    @Test
    void somebody_whose_account_is_disabled_leaves_the_team_and_answers_for_nothing() throws Exception {
        UUID leaving = employ("zhao.gone", Role.AGENT);
        node.remembered.changed(List.of(new Change(HERE, "identity", null, null)));
        node.staff.setResponsible(HERE, COURSE, leaving);
        assertThat(node.staff.responsible(HERE, COURSE)).contains(leaving);
        accounts.change(HERE, leaving, Set.of(Role.AGENT), true);
        node.remembered.changed(List.of(new Change(HERE, "identity", null, null)));
        assertThat(node.staff.responsible(HERE, COURSE)).contains(lead);
        assertThat(node.staff.agents(HERE, TODAY)).extracting(Agent::account).doesNotContain(leaving);
    }

    @Test
    void what_another_node_commits_is_seen_within_five_seconds() {
        Node other = new Node();
        assertThat(other.staff.required(HERE)).isEmpty();
        node.staff.require(HERE, Set.of("calling"));
        assertThat(node.staff.required(HERE)).containsExactly("calling");
        now = now.plusSeconds(5);
        assertThat(other.staff.required(HERE)).containsExactly("calling");
    }

    @Test
    void of_two_who_name_somebody_at_the_same_time_one_stands_and_what_was_is_kept() throws Exception {
        Callable<Void> first = () -> name(li);
        Callable<Void> second = () -> name(wang);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(List.of(first, second, first, second))) {
                done.get();
            }
        }
        UUID stands = node.staff.responsible(HERE, COURSE).orElseThrow();
        assertThat(stands).isIn(li, wang);
        assertThat(answered("ended is null")).containsExactly(stands);
        node.staff.setResponsible(HERE, COURSE, boss);
        assertThat(answered("ended is not null")).contains(stands);
    }

    private static List<UUID> answered(String which) {
        return store.of(HERE,
                sql -> sql.list("select account from staff.responsible where " + which, row -> Sql.id(row, "account")));
    }

    private static Void name(UUID account) {
        new Node().staff.setResponsible(HERE, COURSE, account);
        return null;
    }

    private static UUID employ(String name, Role role) throws Exception {
        return accounts.create(HERE, name, name, "lantern under snow", Set.of(role)).id();
    }

    private static Agent profile(UUID account, Set<String> languages, Set<UUID> courses, Set<String> skills,
            int minutes) {
        return new Agent(account, "", languages, courses, skills, minutes, List.of(), Set.of());
    }

    private static TrainingRecord record(UUID account, String training, LocalDate passed, LocalDate until) {
        return new TrainingRecord(UUID.randomUUID(), account, training, passed, until, "certificate");
    }
}
