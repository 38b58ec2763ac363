// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huifang.api.Job;
import org.huifang.api.archive.Fact;
import org.huifang.api.identity.Role;
import org.huifang.api.staff.Absence;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.Move;
import org.huifang.api.ticket.NewTicket;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketFilter;
import org.huifang.api.ticket.TicketRules;
import org.huifang.api.ticket.TicketState;
import org.junit.jupiter.api.Test;

class RaisingTest {
    private final Office office = new Office();

    @Test
    void every_problem_becomes_a_ticket_by_itself_and_nothing_else_does() {
        office.employ("sup", Role.SUPERVISOR);
        Office.Learner li = office.enrol("li");
        office.complain("li", "The teacher never answers");
        office.feedback(li, Area.CONTENT, "Lesson 3 has a mistake\nin the second line", true);
        office.feedback(li, Area.CONTENT, "Lesson 4 is lovely", false);
        office.answered(li, 2, "too fast");
        office.answered(li, 1, "");
        office.answered(li, 3, "so so");
        office.answered(li, null, "no word");
        office.work();
        assertThat(open()).extracting(Ticket::area, Ticket::title).containsExactlyInAnyOrder(
                org.assertj.core.groups.Tuple.tuple(Area.SERVICE, "The teacher never answers"),
                org.assertj.core.groups.Tuple.tuple(Area.CONTENT, "Lesson 3 has a mistake"),
                org.assertj.core.groups.Tuple.tuple(Area.LEARNING, "too fast"),
                org.assertj.core.groups.Tuple.tuple(Area.LEARNING, "CSAT 1/5"));
        assertThat(open()).allMatch(t -> t.state() == TicketState.NEW && t.learner().equals(li.id()));
        assertThat(open()).extracting(Ticket::number).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
    }

    @Test
    void a_school_decides_which_answers_are_problems() {
        office.employ("sup", Role.SUPERVISOR);
        office.rules.setLimits(office.tenant, new TicketRules.Limits(3, 3, 7));
        Office.Learner li = office.enrol("li");
        office.answered(li, 3, "so so");
        office.answered(li, 4, "good");
        office.work();
        assertThat(open()).extracting(Ticket::title).containsExactly("so so");
    }

    @Test
    void every_problem_has_exactly_one_ticket_with_replays_and_two_nodes() throws Exception {
        office.employ("sup", Role.SUPERVISOR);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        var learners = new ArrayList<Office.Learner>();
        for (int i = 0; i < 10; i++) {
            learners.add(office.enrol("l" + i));
        }
        int problems = 0;
        Job secondFollow = office.follow();
        Job secondRaise = new RaiseHeard(office.store, office.raising, office.jobs);
        for (int round = 0; round < 6; round++) {
            for (int i = 0; i < 60; i++) {
                boolean problem = random.nextBoolean();
                problems += problem ? 1 : 0;
                office.feedback(learners.get(random.nextInt(10)), Area.values()[random.nextInt(3)], "said " + i,
                        problem);
            }
            if (random.nextBoolean()) {
                // a restore that takes the cursor back: everything is read again
                office.database.execute("update ticket.cursor set position = ''");
            }
            try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
                var done = nodes.invokeAll(List.<Callable<Boolean>>of(run(office.follow), run(secondFollow),
                        run(office.raiseHeard), run(secondRaise)));
                for (var one : done) {
                    one.get();
                }
            }
        }
        office.work();
        assertThat(office.number("select count(*) from ticket.ticket where tenant = '" + office.tenant + "'"))
                .as("seed %d", seed).isEqualTo(problems);
        assertThat(
                office.number("select count(distinct key) from ticket.ticket where tenant = '" + office.tenant + "'"))
                .isEqualTo(problems);
        assertThat(office.number("select max(number) from ticket.ticket where tenant = '" + office.tenant + "'"))
                .isEqualTo(problems);
        assertThat(office.number("select count(*) from ticket.heard where tenant = '" + office.tenant + "'")).isZero();
    }

    @Test
    void the_same_key_by_hand_is_the_same_ticket() {
        UUID sup = office.employ("sup", Role.SUPERVISOR);
        Office.Learner li = office.enrol("li");
        var problem = new NewTicket("k", li.id(), li.course(), null, Area.SERVICE, "", "Login", "Cannot sign in", null,
                "staff:" + sup, office.now);
        Ticket first = office.tickets.raise(office.tenant, problem);
        assertThat(office.tickets.raise(office.tenant, problem)).isEqualTo(first);
        assertThat(first.owner()).isEqualTo(sup);
    }

    @Test
    void problems_wait_as_long_as_nobody_could_answer_and_none_is_lost() throws Exception {
        office.enrol("li");
        office.complain("li", "Nobody there?");
        office.work();
        assertThat(open()).isEmpty();
        assertThat(office.number("select count(*) from ticket.heard where tenant = '" + office.tenant + "'"))
                .isEqualTo(1);
        UUID boss = office.employ("boss", Role.ADMIN);
        office.work();
        assertThat(open()).extracting(Ticket::owner).containsExactly(boss);
        assertThatThrownBy(() -> office.database.execute(
                "update ticket.ticket set owner = '00000000-0000-0000-0000-000000000000'"))
                .hasMessageContaining("check constraint");
    }

    @Test
    void the_owner_is_found_by_area_and_course_then_area_then_whoever_answers_for_the_course() {
        UUID sup = office.employ("sup", Role.SUPERVISOR);
        UUID li = office.employ("li.na", Role.AGENT);
        UUID wang = office.employ("wang.wei", Role.AGENT);
        UUID zhao = office.employ("zhao", Role.AGENT);
        Office.Learner learner = office.enrol("x");
        assertThat(office.raise(learner, Area.CONTENT, "").owner()).isEqualTo(sup);
        office.staff.setResponsible(office.tenant, learner.course(), zhao);
        assertThat(office.raise(learner, Area.CONTENT, "").owner()).isEqualTo(zhao);
        office.rules.setRule(office.tenant, Area.CONTENT, null, li);
        assertThat(office.raise(learner, Area.CONTENT, "").owner()).isEqualTo(li);
        assertThat(office.raise(learner, Area.SERVICE, "").owner()).isEqualTo(zhao);
        office.rules.setRule(office.tenant, Area.CONTENT, learner.course(), wang);
        assertThat(office.raise(learner, Area.CONTENT, "").owner()).isEqualTo(wang);
        office.rules.setRule(office.tenant, Area.CONTENT, learner.course(), null);
        assertThat(office.raise(learner, Area.CONTENT, "").owner()).isEqualTo(li);
    }

    @Test
    void whoever_is_away_is_covered_and_what_they_have_goes_to_the_cover_once() {
        UUID sup = office.employ("sup", Role.SUPERVISOR);
        UUID li = office.employ("li.na", Role.AGENT);
        UUID wang = office.employ("wang.wei", Role.AGENT);
        office.rules.setRule(office.tenant, Area.CONTENT, null, li);
        Office.Learner learner = office.enrol("x");
        Ticket had = office.raise(learner, Area.CONTENT, "");
        LocalDate today = LocalDate.of(2026, 3, 2);
        office.staff.saveAbsence(office.tenant, new Absence(UUID.randomUUID(), li, today, today.plusDays(4), wang));
        assertThat(office.raise(learner, Area.CONTENT, "").owner()).isEqualTo(wang);
        office.cover.run();
        office.cover.run();
        assertThat(office.file(had).ticket().owner()).isEqualTo(wang);
        assertThat(office.file(had).thread()).filteredOn(e -> e.kind().name().equals("COVERED")).hasSize(1);
        office.staff.saveAbsence(office.tenant, new Absence(UUID.randomUUID(), wang, today, today, null));
        assertThat(office.raise(learner, Area.CONTENT, "").owner()).isEqualTo(sup);
        office.pass(Duration.ofDays(7));
        assertThat(office.raise(learner, Area.CONTENT, "").owner()).isEqualTo(li);
    }

    @Test
    void whose_account_is_disabled_is_away_for_good_and_all_that_is_not_closed_goes_to_others() throws Exception {
        office.employ("boss", Role.ADMIN);
        UUID sup = office.employ("sup", Role.SUPERVISOR);
        UUID li = office.employ("li.na", Role.AGENT);
        UUID wang = office.employ("wang.wei", Role.AGENT);
        office.rules.setRule(office.tenant, Area.CONTENT, null, li);
        office.rules.setRule(office.tenant, Area.SERVICE, null, wang);
        Office.Learner learner = office.enrol("x");
        Ticket open = office.raise(learner, Area.CONTENT, "");
        Ticket waits = office.raise(learner, Area.CONTENT, "");
        office.moved(waits, new Move.Answer("We look into it", "phone"), li);
        office.moved(waits, new Move.Wait("the teacher"), li);
        Ticket solved = office.raise(learner, Area.CONTENT, "");
        office.moved(solved, new Move.Solve("cause", "action", ""), li);
        Ticket closed = office.raise(learner, Area.CONTENT, "");
        office.moved(closed, new Move.Solve("cause", "action", ""), li);
        office.moved(closed, new Move.Confirm("phone", ""), li);
        Ticket hers = office.tickets.raise(office.tenant, new NewTicket("hers", learner.id(), learner.course(), null,
                Area.SERVICE, "", "Login", "Cannot sign in", li, "staff:" + sup, office.now));
        office.accounts.change(office.tenant, li, Set.of(Role.AGENT), true);
        office.cover.run();
        assertThat(List.of(open, waits, solved)).allSatisfy(
                ticket -> assertThat(office.file(ticket).ticket().owner()).isEqualTo(sup));
        assertThat(office.file(hers).ticket().owner()).isEqualTo(wang);
        assertThat(office.file(closed).ticket().owner()).isEqualTo(li);
        assertThat(office.file(open).thread()).filteredOn(e -> e.kind().name().equals("COVERED")).hasSize(1);
    }

    @Test
    void what_waits_goes_to_whoever_covers_its_owner_too() {
        office.employ("sup", Role.SUPERVISOR);
        UUID li = office.employ("li.na", Role.AGENT);
        UUID wang = office.employ("wang.wei", Role.AGENT);
        office.rules.setRule(office.tenant, Area.CONTENT, null, li);
        Ticket waits = office.raise(office.enrol("x"), Area.CONTENT, "");
        office.moved(waits, new Move.Answer("We look into it", "phone"), li);
        office.moved(waits, new Move.Wait("the teacher"), li);
        LocalDate today = LocalDate.of(2026, 3, 2);
        office.staff.saveAbsence(office.tenant, new Absence(UUID.randomUUID(), li, today, today.plusDays(4), wang));
        office.cover.run();
        assertThat(office.file(waits).ticket().owner()).isEqualTo(wang);
    }

    @Test
    void a_ticket_that_nobody_can_cover_does_not_keep_the_next_one_from_being_covered() {
        UUID sup = office.employ("sup", Role.AGENT);
        UUID wang = office.employ("wang.wei", Role.AGENT);
        office.rules.setRule(office.tenant, Area.CONTENT, null, sup);
        office.rules.setRule(office.tenant, Area.SERVICE, null, sup);
        Office.Learner learner = office.enrol("x");
        Ticket content = office.raise(learner, Area.CONTENT, "");
        Ticket service = office.raise(learner, Area.SERVICE, "");
        Ticket more = office.raise(learner, Area.CONTENT, "");
        LocalDate today = LocalDate.of(2026, 3, 2);
        office.staff.saveAbsence(office.tenant, new Absence(UUID.randomUUID(), sup, today, today, null));
        office.rules.setRule(office.tenant, Area.SERVICE, learner.course(), wang);
        office.cover.run();
        assertThat(office.file(service).ticket().owner()).isEqualTo(wang);
        assertThat(List.of(content, more)).extracting(ticket -> office.file(ticket).ticket().owner())
                .containsOnly(sup);
    }

    @Test
    void the_learners_timeline_shows_each_move() {
        UUID sup = office.employ("sup", Role.SUPERVISOR);
        Office.Learner li = office.enrol("li");
        Ticket ticket = office.raise(li, Area.CONTENT, "");
        office.moved(ticket, new org.huifang.api.ticket.Move.Answer("We look into it", "phone"), sup);
        assertThat(office.archive.timeline(office.tenant, li.id(), null, 50).items())
                .extracting(entry -> entry.fact()).filteredOn(Fact.TicketMoved.class::isInstance)
                .extracting(fact -> ((Fact.TicketMoved) fact).state())
                .containsExactly(TicketState.WORKING, TicketState.NEW);
    }

    private List<Ticket> open() {
        return office.tickets.list(office.tenant, TicketFilter.OPEN, null, 500).items();
    }

    private static Callable<Boolean> run(Job job) {
        return () -> {
            for (int i = 0; i < 5; i++) {
                job.run();
            }
            return true;
        };
    }
}
