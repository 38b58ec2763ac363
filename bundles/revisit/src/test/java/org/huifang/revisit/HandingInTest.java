// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.revisit.School.TENANT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huifang.api.Page;
import org.huifang.api.archive.Fact;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Feedback;
import org.huifang.api.revisit.Handled;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.Promise;
import org.huifang.api.revisit.State;
import org.huifang.api.ticket.Area;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandingInTest {
    private final School school = new School();
    private School.Learner li;
    private UUID first;

    @BeforeEach
    void a_first_revisit_is_due() {
        li = school.enrol("Li");
        school.work();
        school.pass(Duration.ofDays(2));
        first = school.of(li, "first").id();
    }

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void reached_is_done_and_in_the_file_at_once() {
        assertThat(hand(Outcome.REACHED).state()).isEqualTo(State.DONE);
        assertThat(school.told(li)).last().isInstanceOfSatisfying(Fact.Revisited.class, fact -> {
            assertThat(fact.state()).isEqualTo(State.DONE);
            assertThat(fact.note()).isEqualTo("noted");
        });
        assertThat(school.revisits.queued(TENANT, null)).isZero();
    }

    @Test
    void refused_is_declined_and_a_wrong_number_is_unreachable() {
        assertThat(hand(Outcome.REFUSED).state()).isEqualTo(State.DECLINED);
        School.Learner wu = school.enrol("Wu");
        school.work();
        school.pass(Duration.ofDays(2));
        first = school.of(wu, "first").id();
        assertThat(hand(Outcome.WRONG_NUMBER).state()).isEqualTo(State.UNREACHABLE);
    }

    @Test
    void nobody_found_three_times_is_unreachable() {
        assertThat(hand(Outcome.NO_ANSWER).state()).isEqualTo(State.DUE);
        assertThat(hand(Outcome.BUSY).state()).isEqualTo(State.DUE);
        Obligation last = hand(Outcome.NO_ANSWER);
        assertThat(last.state()).isEqualTo(State.UNREACHABLE);
        assertThat(last.attempts()).extracting(Attempt::outcome).containsExactly(Outcome.NO_ANSWER, Outcome.BUSY,
                Outcome.NO_ANSWER);
    }

    @Test
    void a_promised_call_back_is_out_of_the_queue_until_then() {
        var attempt = new Attempt(UUID.randomUUID(), School.AGENT, Outcome.CALL_BACK, "at seven",
                school.now.plus(Duration.ofHours(3)), school.now);
        school.revisits.handIn(TENANT, first, attempt);
        school.work();
        assertThat(school.of(li, "first").state()).isEqualTo(State.DUE);
        assertThat(school.revisits.queue(TENANT, null, null, 10).items()).isEmpty();
        school.pass(Duration.ofHours(4));
        assertThat(school.revisits.queue(TENANT, null, null, 10).items()).extracting(Obligation::id)
                .containsExactly(first);
        assertThat(school.told(li)).filteredOn(Fact.FellDue.class::isInstance).hasSize(1);
    }

    @Test
    void the_same_attempt_twice_counts_once_and_answers_alike() {
        Attempt attempt = school.attempt(Outcome.REACHED);
        Handled once = school.revisits.handIn(TENANT, first, attempt);
        assertThat(school.revisits.handIn(TENANT, first, attempt)).isEqualTo(once);
        assertThat(school.of(li, "first").attempts()).hasSize(1);
        assertThat(school.told(li)).filteredOn(Fact.Revisited.class::isInstance).hasSize(1);
    }

    @Test
    void of_many_at_the_same_time_one_wins() throws Exception {
        List<Callable<Handled>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            calls.add(() -> school.revisits.handIn(TENANT, first, school.attempt(Outcome.REACHED)));
        }
        int taken = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Handled> one : threads.invokeAll(calls)) {
                taken += one.get() instanceof Handled.Taken ? 1 : 0;
                assertThat(one.get()).isInstanceOfAny(Handled.Taken.class, Handled.SettledBefore.class);
            }
        }
        assertThat(taken).isEqualTo(1);
        assertThat(school.told(li)).filteredOn(Fact.Revisited.class::isInstance).hasSize(1);
    }

    @Test
    void a_call_that_was_going_on_while_the_case_went_away_is_on_record_with_all_that_was_said() {
        school.leave("Li");
        school.work();
        var back = school.now.plus(Duration.ofDays(3));
        var attempt = new Attempt(UUID.randomUUID(), School.AGENT, Outcome.CALL_BACK, "wants the money back", back,
                school.now, 200, List.of(new Feedback(Area.CONTENT, "", "too fast", true)),
                List.of(new Promise("ask the office", back)));
        for (int twice = 0; twice < 2; twice++) {
            assertThat(school.revisits.handIn(School.TENANT, first, attempt)).isInstanceOf(Handled.Taken.class);
        }
        school.work();
        assertThat(school.of(li, "first").state()).as("it stays as it is").isEqualTo(State.EXEMPT);
        assertThat(school.of(li, "first").attempts()).hasSize(1);
        assertThat(school.told(li)).filteredOn(f -> f instanceof Fact.Revisited || f instanceof Fact.FeedbackGiven)
                .hasSize(2);
        assertThat(school.revisits.of(School.TENANT, List.of(li.id()))).filteredOn(o -> o.step().equals("promise"))
                .extracting(Obligation::title).as("the learner reads what it is called: not what was noted")
                .containsExactlyInAnyOrder("ask the office", "☎");
        assertThat(school.revisits.of(School.TENANT, List.of(li.id()))).filteredOn(o -> o.title().equals("☎"))
                .singleElement().satisfies(o -> assertThat(o.opens()).isEqualTo(back));
        assertThat(school.missing()).isZero();
    }

    @Test
    void a_call_back_is_owed_once_though_a_part_of_the_case_went_away_and_is_handed_in_first() {
        UUID end = school.of(li, "end").id();
        school.store.ofAll(sql -> sql.update("update revisit.obligation set contact = (select contact from"
                + " revisit.obligation where id = ?) where id = ?", first, end));
        assertThat(Objects.requireNonNull(school.of(li, "first").planned()).together()).containsExactly(first, end);
        school.revisits.exempt(School.TENANT, List.of(end), "by mistake", School.AGENT);
        assertThat(Objects.requireNonNull(school.of(li, "first").planned()).together())
                .as("a call is about what is still owed").containsExactly(first);
        Instant back = school.now.plus(Duration.ofHours(5));
        for (UUID purpose : List.of(end, first)) {
            school.revisits.handIn(School.TENANT, purpose, new Attempt(UUID.randomUUID(), School.AGENT,
                    Outcome.CALL_BACK, "", back, school.now, 20, List.of(), List.of()));
        }
        assertThat(school.revisits.of(School.TENANT, List.of(li.id()))).filteredOn(o -> o.opens().equals(back))
                .extracting(Obligation::id).containsExactly(first);
        assertThat(school.missing()).isZero();
    }

    @Test
    void a_long_note_about_a_call_back_is_on_record_although_the_case_went_away_and_calls_once_for_all_purposes() {
        UUID second = school.of(li, "end").id();
        school.leave("Li");
        school.work();
        var back = school.now.plus(Duration.ofDays(3));
        for (UUID purpose : List.of(first, second)) {
            var attempt = new Attempt(UUID.randomUUID(), School.AGENT, Outcome.CALL_BACK, "long ".repeat(400), back,
                    school.now, 200, List.of(), List.of());
            assertThat(school.revisits.handIn(School.TENANT, purpose, attempt)).isInstanceOf(Handled.Taken.class);
        }
        assertThat(school.revisits.of(School.TENANT, List.of(li.id()))).filteredOn(o -> o.step().equals("promise"))
                .singleElement().satisfies(o -> assertThat(o.opens()).isEqualTo(back));
    }

    @Test
    void what_was_done_while_it_went_away_is_not_owed_again_by_the_undoing_of_the_exemption() {
        school.revisits.exempt(School.TENANT, List.of(first), "met in person", School.AGENT);
        assertThat(school.revisits.handIn(School.TENANT, first, school.attempt(Outcome.REACHED)))
                .isInstanceOf(Handled.Taken.class);
        assertThat(school.revisits.unexempt(School.TENANT, List.of(first), School.AGENT)).isZero();
    }

    @Test
    void a_call_back_agreed_on_outlives_an_exemption_that_is_taken_back() {
        var back = school.now.plus(Duration.ofHours(5));
        school.revisits.handIn(School.TENANT, first, new Attempt(UUID.randomUUID(), School.AGENT, Outcome.CALL_BACK, "",
                back, school.now, 20, List.of(), List.of()));
        school.revisits.exempt(School.TENANT, List.of(first), "by mistake", School.AGENT);
        school.work();
        school.revisits.unexempt(School.TENANT, List.of(first), School.AGENT);
        school.work();
        assertThat(school.of(li, "first").opens()).isEqualTo(back);
        assertThat(school.revisits.queue(School.TENANT, null, null, 10).items()).isEmpty();
    }

    @Test
    void another_tenants_obligation_is_unknown() {
        assertThat(
                school.revisits.handIn(new org.huifang.api.TenantId("other"), first, school.attempt(Outcome.REACHED)))
                .isInstanceOf(Handled.Unknown.class);
    }

    @Test
    void a_draft_is_kept_for_its_agent_and_forgotten_when_handed_in() {
        UUID colleague = UUID.randomUUID();
        school.revisits.keepDraft(TENANT, first, School.AGENT, "says that");
        school.revisits.keepDraft(TENANT, first, colleague, "mine");
        school.revisits.keepDraft(TENANT, first, School.AGENT, "says that the videos");
        assertThat(school.revisits.draft(TENANT, first, School.AGENT)).isEqualTo("says that the videos");
        hand(Outcome.REACHED);
        assertThat(school.revisits.draft(TENANT, first, School.AGENT)).isEmpty();
        assertThat(school.revisits.draft(TENANT, first, colleague)).isEqualTo("mine");
    }

    @Test
    void a_call_back_that_was_agreed_on_comes_before_what_is_only_due_and_after_what_is_overdue() {
        for (int i = 0; i < 6; i++) {
            school.now = school.now.minusSeconds(600);
            school.enrol("L" + i);
        }
        school.now = school.now.plusSeconds(6_000);
        School.Learner wu = school.enrol("Wu");
        School.Learner mei = school.enrol("Mei");
        school.work();
        school.pass(Duration.ofDays(2));
        callBack(mei, 10);
        callBack(wu, 20);
        school.pass(Duration.ofMinutes(30));
        assertThat(learners(3)).startsWith(mei.id(), wu.id()).hasSize(9).doesNotHaveDuplicates();
        school.pass(Duration.ofDays(3).minusHours(1));
        callBack(mei, 10);
        school.pass(Duration.ofMinutes(30));
        assertThat(school.of(li, "first").state()).isEqualTo(State.OVERDUE);
        assertThat(learners(2)).startsWith(li.id(), wu.id(), mei.id()).hasSize(9).doesNotHaveDuplicates();
    }

    private void callBack(School.Learner who, int minutes) {
        school.revisits.handIn(TENANT, school.of(who, "first").id(), new Attempt(UUID.randomUUID(), School.AGENT,
                Outcome.CALL_BACK, "", school.now.plusSeconds(60L * minutes), school.now));
        school.work();
    }

    /** Read in small pages. */
    private List<UUID> learners(int page) {
        List<UUID> learners = new ArrayList<>();
        String after = null;
        do {
            Page<Obligation> some = school.revisits.queue(TENANT, null, after, page);
            some.items().forEach(o -> learners.add(o.learner()));
            after = some.next();
        } while (after != null);
        return learners;
    }

    @Test
    void the_queue_is_paged_by_due_time_and_overdue_comes_first() {
        for (int i = 0; i < 25; i++) {
            school.now = school.now.plusSeconds(60);
            school.enrol("L" + i);
        }
        school.work();
        school.pass(Duration.ofDays(5).plusSeconds(1));
        List<Obligation> all = new ArrayList<>();
        Page<Obligation> page = school.revisits.queue(TENANT, null, null, 10);
        while (true) {
            all.addAll(page.items());
            if (page.next() == null) {
                break;
            }
            page = school.revisits.queue(TENANT, null, page.next(), 10);
        }
        assertThat(all).hasSize(26).doesNotHaveDuplicates();
        assertThat(all).isSortedAccordingTo(java.util.Comparator.comparing(Obligation::due));
        assertThat(all.getFirst().state()).isEqualTo(State.OVERDUE);
        assertThat(school.revisits.queued(TENANT, null)).isEqualTo(26);
        assertThat(school.revisits.list(TENANT, null, "first", State.OVERDUE, null, 500).items()).hasSize(1);
        assertThat(school.revisits.list(TENANT, li.course(), null, State.DUE, null, 500).items()).hasSize(25);
    }

    @Test
    void the_archive_being_away_delays_the_file_and_loses_nothing() {
        school.real.close();
        assertThat(hand(Outcome.REACHED).state()).isEqualTo(State.DONE);
        List<Told> waiting = school.store.ofAll(sql -> Outbox.oldest(sql, 10));
        assertThat(waiting).extracting(Told::kind).containsExactly(Told.Kind.REVISITED);
    }

    @Test
    void a_note_that_no_database_can_keep_is_mended_and_holds_up_nothing() {
        var attempt = new Attempt(UUID.randomUUID(), School.AGENT, Outcome.REACHED, "a\0b\ud83dc \ud83d\ude00", null,
                school.now);
        school.revisits.handIn(TENANT, first, attempt);
        assertThat(school.told(li)).last()
                .isInstanceOfSatisfying(Fact.Revisited.class,
                        fact -> assertThat(fact.note()).isEqualTo("ab\ufffdc \ud83d\ude00"));
    }

    @Test
    void the_ledger_command_prints_both_sides() throws Exception {
        hand(Outcome.REACHED);
        assertThat(new LedgerCommand(school.revisits).run(Map.of(), List.of()))
                .contains("first    owed 1 = scheduled 0")
                .contains("done 1").contains("all      owed 3").contains(" ok").doesNotContain("UNACCOUNTED");
    }

    private Obligation hand(Outcome outcome) {
        return ((Handled.Taken) school.revisits.handIn(TENANT, first, school.attempt(outcome))).obligation();
    }
}
