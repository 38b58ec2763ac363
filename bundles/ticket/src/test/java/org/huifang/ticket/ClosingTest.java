// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huifang.api.identity.Role;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.Asked;
import org.huifang.api.ticket.Move;
import org.huifang.api.ticket.Moved;
import org.huifang.api.ticket.ThreadEntry;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketFile;
import org.huifang.api.ticket.TicketState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private static final Move SOLVE = new Move.Solve("The file was broken", "Uploaded it again", "Please try again");

    private final Office office = new Office();
    private UUID agent = UUID.randomUUID();
    private Office.Learner learner = new Office.Learner(agent, agent);

    @BeforeEach
    void open() {
        agent = office.employ("agent", Role.SUPERVISOR);
        learner = office.enrol("li");
    }

    @Test
    void nothing_closes_without_cause_action_and_the_raisers_word_and_it_is_said_which_is_missing() {
        Ticket ticket = raise();
        assertThat(office.refused(ticket, new Move.Close(), agent)).containsExactlyInAnyOrder(
                Moved.Reason.CAUSE_MISSING, Moved.Reason.ACTION_MISSING, Moved.Reason.CONFIRMATION_MISSING);
        office.moved(ticket, new Move.Describe("The file was broken", ""), agent);
        assertThat(office.file(ticket).missing()).containsExactly(Moved.Reason.ACTION_MISSING,
                Moved.Reason.CONFIRMATION_MISSING);
        assertThat(office.refused(ticket, new Move.Solve("The file", " ", ""), agent))
                .containsExactly(Moved.Reason.ACTION_MISSING);
        office.moved(ticket, new Move.Describe("The file was broken", "Uploaded it again"), agent);
        assertThat(office.refused(ticket, new Move.Close(), agent))
                .containsExactly(Moved.Reason.CONFIRMATION_MISSING);
        Ticket closed = office.moved(ticket, new Move.Confirm("phone", "works now"), agent);
        assertThat(closed.state()).isEqualTo(TicketState.CLOSED);
        assertThat(closed.confirmed()).isTrue();
        TicketFile.Confirmation word = office.file(ticket).confirmation();
        assertThat(word).isEqualTo(new TicketFile.Confirmation(office.now, "phone", "staff:" + agent));
        assertThat(word == null || word.byThemselves()).isFalse();
    }

    @Test
    void who_describes_one_thing_leaves_the_other_and_writes_over_nothing_unseen() {
        Ticket ticket = raise();
        office.moved(ticket, new Move.Describe(new Move.Written("The file was broken", ""), null), agent);
        office.moved(ticket, new Move.Describe(null, new Move.Written("Uploaded it again", "")), agent);
        assertThat(office.refused(ticket, new Move.Describe(new Move.Written("Unknown", ""), null), agent))
                .containsExactly(Moved.Reason.CHANGED_MEANWHILE);
        Ticket after = office.moved(ticket, new Move.Describe(
                new Move.Written("The file was too long", "The file was broken"), null), agent);
        assertThat(after.cause()).isEqualTo("The file was too long");
        assertThat(after.action()).isEqualTo("Uploaded it again");
    }

    @Test
    void the_database_refuses_a_close_without_them_too() {
        Ticket ticket = raise();
        for (String without : List.of("cause = 'c', action = 'a'",
                "confirmed = now(), confirmed_how = 'phone', confirmed_by = 'x', action = 'a'",
                "confirmed = now(), confirmed_how = 'phone', confirmed_by = 'x', cause = 'c'",
                "cause = 'c', action = ' ', confirmed = now(), confirmed_how = 'phone', confirmed_by = 'x'",
                "cause = 'c', action = 'a', unanswered = true, asked = 2, asked_first = now() - interval '20 days'",
                "cause = 'c', action = 'a', unanswered = true, asked = 3, asked_first = now() - interval '6 days'")) {
            assertThatThrownBy(
                    () -> office.database.execute("update ticket.ticket set state = 'CLOSED', closed = now(),"
                            + " resolve_by = null, left_seconds = 1, " + without))
                    .as(without)
                    .hasMessageContaining("check constraint");
        }
        assertThat(office.file(ticket).ticket().state()).isEqualTo(TicketState.NEW);
    }

    @Test
    void the_raiser_closes_it_by_the_link_and_a_second_time_changes_nothing() {
        Ticket ticket = raise();
        String token = office.confirmations.token(office.tenant, ticket.id());
        assertThat(asked(token).status()).isEqualTo(Asked.Status.WORKED_ON);
        office.moved(ticket, new Move.Note("for colleagues only"), agent);
        assertThat(office.moved(ticket, SOLVE, agent).state()).isEqualTo(TicketState.SOLVED);
        assertThat(asked(token).status()).isEqualTo(Asked.Status.ASKED);
        assertThat(asked(token).action()).isEqualTo("Uploaded it again");
        assertThat(asked(token).answers()).extracting(Asked.Answered::text).containsExactly("Please try again");
        assertThat(office.confirmations.solved(token, "link").orElseThrow().status())
                .isEqualTo(Asked.Status.CONFIRMED);
        TicketFile file = office.file(ticket);
        assertThat(file.ticket().state()).isEqualTo(TicketState.CLOSED);
        TicketFile.Confirmation word = file.confirmation();
        assertThat(word != null && word.byThemselves()).isTrue();
        office.pass(Duration.ofHours(1));
        office.confirmations.solved(token, "link");
        assertThat(office.file(ticket)).isEqualTo(file);
    }

    @Test
    void a_changed_token_opens_nothing() {
        String token = office.confirmations.token(office.tenant, raise().id());
        String changed = token.substring(0, 5) + (token.charAt(5) == 'A' ? 'B' : 'A') + token.substring(6);
        assertThat(office.confirmations.open(changed)).isEmpty();
        assertThat(office.confirmations.solved(changed, "link")).isEmpty();
        assertThat(office.confirmations.open("")).isEmpty();
        assertThat(office.confirmations.open(office.tokens.of(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void not_solved_opens_it_again_with_new_clocks_and_is_counted() {
        Ticket ticket = raise();
        office.moved(ticket, SOLVE, agent);
        String token = office.confirmations.token(office.tenant, ticket.id());
        office.pass(Duration.ofDays(7));
        office.confirmations.notSolved(token, "It still stops", "link");
        Ticket again = office.file(ticket).ticket();
        assertThat(again.state()).isEqualTo(TicketState.WORKING);
        assertThat(again.reopened()).isEqualTo(1);
        // Monday 9 March, 10:00: six hours that day, two on Tuesday; five working days
        assertThat(again.respondBy()).isEqualTo(Instant.parse("2026-03-10T03:00:00Z"));
        assertThat(again.resolveBy()).isEqualTo(Instant.parse("2026-03-16T10:00:00Z"));
        office.moved(ticket, SOLVE, agent);
        office.confirmations.solved(token, "link");
        office.pass(Duration.ofDays(30));
        office.confirmations.notSolved(token, "And again", "link");
        assertThat(office.file(ticket).ticket().reopened()).isEqualTo(2);
        assertThat(office.file(ticket).ticket().confirmed()).isFalse();
        assertThat(office.file(ticket).ticket().closed()).isNull();
    }

    @Test
    void staff_reopen_it_with_one_move_and_only_what_is_solved_or_closed() {
        Ticket ticket = raise();
        assertThat(office.refused(ticket, new Move.Reopen(""), agent))
                .containsExactly(Moved.Reason.NOT_IN_THIS_STATE);
        office.moved(ticket, SOLVE, agent);
        assertThat(office.moved(ticket, new Move.Reopen(""), agent).state()).isEqualTo(TicketState.WORKING);
    }

    @Test
    void without_an_answer_it_is_asked_three_times_over_seven_working_days_and_closed_as_such() {
        Ticket ticket = raise();
        Instant solved = office.now;
        office.moved(ticket, SOLVE, agent);
        untilClosed(ticket, solved.plus(Duration.ofDays(30)), this::sendAll);
        TicketFile file = office.file(ticket);
        assertThat(file.ticket().state()).isEqualTo(TicketState.CLOSED);
        assertThat(file.unanswered()).isTrue();
        assertThat(file.ticket().confirmed()).isFalse();
        assertThat(file.asked()).isEqualTo(3);
        // Monday the 2nd and seven working days: Wednesday the 11th, at its end
        assertThat(file.ticket().closed()).isBetween(Instant.parse("2026-03-11T10:00:00Z"),
                Instant.parse("2026-03-11T16:00:00Z"));
        assertThat(file.thread()).filteredOn(e -> e.kind() == ThreadEntry.Kind.ASKED).hasSize(3);
        assertThat(file.thread().getLast().kind()).isEqualTo(ThreadEntry.Kind.CLOSED_UNANSWERED);
        String token = office.confirmations.token(office.tenant, ticket.id());
        assertThat(asked(token).status()).isEqualTo(Asked.Status.CLOSED);
        office.confirmations.solved(token, "link");
        assertThat(office.file(ticket).unanswered()).isFalse();
        assertThat(office.file(ticket).ticket().confirmed()).isTrue();
    }

    @Test
    void questions_that_came_to_nobody_do_not_count_and_the_thread_says_once_that_the_raiser_must_be_called() {
        Ticket ticket = raise();
        Instant solved = office.now;
        office.moved(ticket, SOLVE, agent);
        untilClosed(ticket, solved.plus(Duration.ofDays(30)), () -> {});
        TicketFile file = office.file(ticket);
        assertThat(file.ticket().state()).isEqualTo(TicketState.SOLVED);
        assertThat(file.asked()).isEqualTo(1);
        assertThat(unreached(file)).isEqualTo(1);
        assertThat(office.confirmations.of(office.tenant, List.of(UUID.randomUUID()))).isEmpty();
        // as soon as there is a channel three are sent, over a week that begins with the first of them
        Instant reached = office.now;
        untilClosed(ticket, reached.plus(Duration.ofDays(30)), this::sendAll);
        file = office.file(ticket);
        assertThat(file.unanswered()).isTrue();
        assertThat(file.asked()).isEqualTo(3);
        assertThat(file.askedFirst()).isAfter(solved.plus(Duration.ofDays(27)));
        assertThat(file.ticket().closed()).isAfter(reached.plus(Duration.ofDays(5)));
        assertThat(unreached(file)).isEqualTo(1);
    }

    @Test
    void a_question_that_was_delayed_does_not_take_the_time_to_answer_the_next() {
        Ticket ticket = raise();
        office.moved(ticket, SOLVE, agent);
        sendAll();
        // the second waits ten days for the mail to come back; then all goes within seconds
        untilClosed(ticket, office.now.plus(Duration.ofDays(10)), () -> {});
        sendAll();
        office.pass(Duration.ofDays(1));
        while (office.file(ticket).asked() < 3) {
            office.pass(Duration.ofHours(6));
            office.ask.run();
        }
        office.pass(Duration.ofSeconds(20));
        sendAll();
        Instant third = office.now;
        office.pass(Duration.ofMinutes(1));
        office.ask.run();
        office.pass(Duration.ofDays(1));
        office.ask.run();
        assertThat(office.file(ticket).ticket().state()).as("a day to answer the third").isEqualTo(
                TicketState.SOLVED);
        untilClosed(ticket, third.plus(Duration.ofDays(7)), () -> {});
        assertThat(office.file(ticket).unanswered()).isTrue();
        assertThat(unreached(office.file(ticket))).isEqualTo(1);
    }

    @Test
    void the_last_question_that_arrives_late_gives_as_long_as_the_others_to_answer() {
        Ticket ticket = raise();
        office.moved(ticket, SOLVE, agent);
        Instant end = office.now.plus(Duration.ofDays(30));
        while (office.file(ticket).asked() < 3 && office.now.isBefore(end)) {
            sendAll();
            office.pass(Duration.ofHours(6));
            office.ask.run();
        }
        // nothing is sent until the hour before it would be closed: Wednesday the 11th
        office.now = Instant.parse("2026-03-11T09:00:00Z");
        sendAll();
        office.pass(Duration.ofHours(2));
        office.ask.run();
        office.pass(Duration.ofDays(1));
        office.ask.run();
        assertThat(office.file(ticket).ticket().state()).isEqualTo(TicketState.SOLVED);
        office.now = Instant.parse("2026-03-13T09:00:00Z");
        office.ask.run();
        assertThat(office.file(ticket).unanswered()).isTrue();
        assertThat(office.file(ticket).asked()).isEqualTo(3);
    }

    @Test
    void a_question_counts_when_its_page_is_opened_though_no_channel_took_it() {
        Ticket ticket = raise();
        Instant solved = office.now;
        office.moved(ticket, SOLVE, agent);
        String token = office.confirmations.token(office.tenant, ticket.id());
        untilClosed(ticket, solved.plus(Duration.ofDays(30)), () -> asked(token));
        assertThat(office.file(ticket).unanswered()).isTrue();
        assertThat(unreached(office.file(ticket))).isZero();
        Ticket second = raise();
        Instant again = office.now;
        office.moved(second, SOLVE, agent);
        untilClosed(second, again.plus(Duration.ofDays(30)),
                () -> office.confirmations.of(office.tenant, List.of(learner.id())));
        assertThat(office.file(second).unanswered()).as("the learner's own page asks, too").isTrue();
    }

    @Test
    void who_is_asked_about_another_solution_is_asked_as_often_again() {
        Ticket ticket = raise();
        Instant solved = office.now;
        office.moved(ticket, SOLVE, agent);
        untilClosed(ticket, solved.plus(Duration.ofDays(30)), this::sendAll);
        office.moved(ticket, new Move.Reopen(""), agent);
        office.moved(ticket, SOLVE, agent);
        Instant again = office.now;
        untilClosed(ticket, again.plus(Duration.ofDays(30)), () -> {});
        assertThat(office.file(ticket).ticket().state()).as("three were sent, but about the other one")
                .isEqualTo(TicketState.SOLVED);
        assertThat(unreached(office.file(ticket))).isEqualTo(1);
    }

    @Test
    void who_answers_is_not_asked_again() {
        Ticket ticket = raise();
        office.moved(ticket, SOLVE, agent);
        office.confirmations.solved(office.confirmations.token(office.tenant, ticket.id()), "link");
        office.pass(Duration.ofDays(30));
        office.ask.run();
        assertThat(office.file(ticket).asked()).isEqualTo(1);
    }

    @Test
    void the_learner_sees_own_tickets_and_nothing_that_colleagues_noted() {
        Ticket ticket = raise();
        office.moved(ticket, new Move.Note("a difficult customer"), agent);
        office.moved(ticket, new Move.Describe("our fault", "refund"), agent);
        List<Asked> mine = office.confirmations.of(office.tenant, List.of(learner.id()));
        assertThat(mine).hasSize(1);
        assertThat(mine.toString()).doesNotContain("difficult", "our fault", "refund");
        assertThat(mine.getFirst().promised()).isEqualTo(ticket.resolveBy());
        assertThat(office.confirmations.of(office.tenant, List.of(UUID.randomUUID()))).isEmpty();
    }

    /** Four times a day the jobs run, and something happens. */
    private void untilClosed(Ticket ticket, Instant end, Runnable meanwhile) {
        while (office.file(ticket).ticket().closed() == null && office.now.isBefore(end)) {
            office.pass(Duration.ofHours(6));
            meanwhile.run();
            office.ask.run();
            office.ask.run();
        }
    }

    /** As a channel does that takes everything. */
    private void sendAll() {
        office.store.of(office.tenant, sql -> {
            for (Post post : Post.waiting(sql, office.now, 100)) {
                post.sent(sql, office.now, "email");
            }
            return 0;
        });
    }

    private static long unreached(TicketFile file) {
        return file.thread().stream().filter(line -> line.how().equals("unreached")).count();
    }

    private Asked asked(String token) {
        return office.confirmations.open(token).orElseThrow();
    }

    private Ticket raise() {
        return office.raise(learner, Area.CONTENT, "");
    }
}
