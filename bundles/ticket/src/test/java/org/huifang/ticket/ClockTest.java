// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huifang.api.calendar.CalendarDay;
import org.huifang.api.identity.Role;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.Move;
import org.huifang.api.ticket.Moved;
import org.huifang.api.ticket.ThreadEntry;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketFile;
import org.huifang.api.ticket.TicketFilter;
import org.huifang.api.ticket.TicketRules;
import org.huifang.api.ticket.TicketState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClockTest {
    private final Office office = new Office();
    private UUID agent = UUID.randomUUID();
    private UUID supervisor = UUID.randomUUID();
    private UUID admin = UUID.randomUUID();
    private Office.Learner learner = new Office.Learner(agent, agent);

    @BeforeEach
    void open() {
        agent = office.employ("agent", Role.AGENT);
        supervisor = office.employ("sup", Role.SUPERVISOR);
        admin = office.employ("boss", Role.ADMIN);
        office.rules.setRule(office.tenant, Area.CONTENT, null, agent);
        learner = office.enrol("li");
    }

    @Test
    void complaint_15_holidays_make_up_days_nights_and_noon_rests_are_not_counted() {
        office.now = Office.EVE;
        Ticket ticket = office.raise(learner, Area.CONTENT, "");
        // one hour on the eve, seven on the 8th: 1 to 7 October is free, each noon has its rest
        assertThat(ticket.respondBy()).isEqualTo(Instant.parse("2026-10-08T10:00:00Z"));
        // the 8th, 9th, Saturday the 10th that is worked instead, the 12th, and the end of the 13th
        assertThat(ticket.resolveBy()).isEqualTo(Instant.parse("2026-10-13T10:00:00Z"));
        office.now = Instant.parse("2026-10-05T04:00:00Z");
        assertThat(office.tickets.list(office.tenant, late(), null, 10).items()).isEmpty();
        office.now = Instant.parse("2026-10-08T10:00:01Z");
        assertThat(office.tickets.list(office.tenant, late(), null, 10).items()).hasSize(1);
    }

    @Test
    void complaint_15_a_day_off_that_the_school_sets_moves_what_is_owed() {
        office.now = Instant.parse("2026-03-05T06:00:00Z");
        office.calendars.setDay(office.tenant, new CalendarDay(LocalDate.of(2026, 3, 6), "Open day", List.of(), "us"));
        assertThat(office.raise(learner, Area.CONTENT, "").respondBy())
                .isEqualTo(Instant.parse("2026-03-09T07:00:00Z"));
    }

    @Test
    void complaint_15_a_pause_stops_the_clock_and_what_was_left_goes_on_after_it() {
        office.now = Office.EVE;
        Ticket ticket = office.raise(learner, Area.CONTENT, "");
        office.now = Instant.parse("2026-10-08T03:00:00Z");
        office.moved(ticket, new Move.Answer("We look into it", "phone"), agent);
        Ticket waits = office.moved(ticket, new Move.Wait("the teacher is asked"), agent);
        assertThat(waits.resolveBy()).isNull();
        assertThat(waits.respondBy()).isNull();
        assertThat(waits.paused()).isEqualTo(office.now);
        assertThat(office.file(ticket).left()).isEqualTo(Duration.ofHours(33));
        office.now = Instant.parse("2026-10-08T07:00:00Z");
        assertThat(office.file(ticket).left()).isEqualTo(Duration.ofHours(33));
        Ticket goesOn = office.moved(ticket, new Move.GoOn(), agent);
        assertThat(goesOn.resolveBy()).isEqualTo(Instant.parse("2026-10-14T03:00:00Z"));
        assertThat(office.file(ticket).left()).isEqualTo(Duration.ofHours(33));
    }

    @Test
    void a_pause_before_the_first_answer_is_refused_and_so_is_one_without_a_reason() {
        Ticket ticket = office.raise(learner, Area.CONTENT, "");
        assertThat(office.refused(ticket, new Move.Wait("later"), agent)).containsExactly(Moved.Reason.ANSWER_MISSING);
        office.moved(ticket, new Move.Answer("Hello", "phone"), agent);
        assertThat(office.refused(ticket, new Move.Wait(" "), agent)).containsExactly(Moved.Reason.TEXT_MISSING);
    }

    @Test
    void a_wait_goes_on_by_itself_on_its_day_and_can_be_late_again() {
        Ticket ticket = office.raise(learner, Area.CONTENT, "");
        office.moved(ticket, new Move.Answer("Hello", "phone"), agent);
        office.moved(ticket, new Move.Wait("the teacher"), agent);
        ThreadEntry waits = office.file(ticket).thread().getLast();
        // Monday and three working days: Thursday, when work begins
        Instant thursday = Instant.parse("2026-03-05T00:00:00Z");
        assertThat(Instant.parse(waits.how())).isBetween(thursday, thursday.plus(Duration.ofHours(3)));
        office.now = thursday;
        office.endWaits.run();
        assertThat(office.file(ticket).ticket().state()).isEqualTo(TicketState.WAITING);
        office.pass(Duration.ofHours(3));
        office.endWaits.run();
        office.endWaits.run();
        TicketFile file = office.file(ticket);
        assertThat(file.ticket().state()).isEqualTo(TicketState.WORKING);
        assertThat(file.ticket().resolveBy()).isNotNull();
        assertThat(file.thread()).filteredOn(e -> e.kind() == ThreadEntry.Kind.WENT_ON)
                .extracting(ThreadEntry::author).containsExactly("huifang");
        office.pass(Duration.ofDays(20));
        office.escalate.run();
        assertThat(escalations(ticket)).containsExactly(supervisor);
    }

    @Test
    void who_ends_a_wait_and_begins_another_one_waits_for_the_other_day() {
        Ticket ticket = office.raise(learner, Area.CONTENT, "");
        office.moved(ticket, new Move.Answer("Hello", "phone"), agent);
        office.moved(ticket, new Move.Wait("the teacher", 1), agent);
        office.moved(ticket, new Move.GoOn(), agent);
        office.moved(ticket, new Move.Wait("the printer", 10), agent);
        office.pass(Duration.ofDays(8));
        office.endWaits.run();
        assertThat(office.file(ticket).ticket().state()).isEqualTo(TicketState.WAITING);
        office.pass(Duration.ofDays(7));
        office.endWaits.run();
        assertThat(office.file(ticket).ticket().state()).isEqualTo(TicketState.WORKING);
    }

    @Test
    void what_is_late_when_it_stops_is_late_when_it_goes_on() {
        Ticket ticket = office.raise(learner, Area.CONTENT, "");
        office.moved(ticket, new Move.Answer("Hello", "phone"), agent);
        office.pass(Duration.ofDays(14));
        office.moved(ticket, new Move.Wait("the teacher"), agent);
        assertThat(office.file(ticket).left()).isNegative();
        office.pass(Duration.ofDays(3));
        assertThat(office.moved(ticket, new Move.GoOn(), agent).late(office.now)).isTrue();
    }

    @Test
    void each_area_has_its_own_terms() {
        office.rules.setTerm(office.tenant, new TicketRules.Term(Area.SERVICE, 2, 1));
        Ticket ticket = office.raise(learner, Area.SERVICE, "");
        // Monday 10:00
        assertThat(ticket.respondBy()).isEqualTo(Instant.parse("2026-03-02T04:00:00Z"));
        assertThat(ticket.resolveBy()).isEqualTo(Instant.parse("2026-03-03T10:00:00Z"));
    }

    @Test
    void the_first_answer_is_timed_in_working_time() {
        office.now = Office.EVE;
        Ticket ticket = office.raise(learner, Area.CONTENT, "");
        office.now = Instant.parse("2026-10-08T02:00:00Z");
        Ticket answered = office.moved(ticket, new Move.Answer("We look into it", "phone"), agent);
        assertThat(answered.state()).isEqualTo(TicketState.WORKING);
        TicketFile file = office.file(ticket);
        assertThat(file.responseTook()).isEqualTo(Duration.ofHours(2));
        office.moved(ticket, new Move.Answer("Still looking", "phone"), agent);
        assertThat(office.file(ticket).responded()).isEqualTo(file.responded());
    }

    @Test
    void a_late_ticket_goes_to_the_supervisor_then_to_the_admin_each_once_whoever_runs_the_job() {
        Ticket ticket = office.raise(learner, Area.CONTENT, "");
        office.escalate.run();
        assertThat(escalations(ticket)).isEmpty();
        office.pass(Duration.ofDays(2));
        var second = new Escalate(office.store, office.working, office.owners, office.moving);
        office.escalate.run();
        second.run();
        assertThat(escalations(ticket)).containsExactly(supervisor);
        office.pass(Duration.ofDays(2));
        office.escalate.run();
        second.run();
        office.escalate.run();
        assertThat(escalations(ticket)).containsExactly(supervisor, admin);
        office.pass(Duration.ofDays(20));
        office.escalate.run();
        assertThat(escalations(ticket)).hasSize(2);
        assertThat(office.file(ticket).ticket().escalation()).isEqualTo(2);
        assertThat(office.file(ticket).ticket().owner()).isEqualTo(agent);
    }

    @Test
    void what_waits_or_is_solved_is_never_escalated() {
        Ticket ticket = office.raise(learner, Area.CONTENT, "");
        office.moved(ticket, new Move.Answer("Hello", "phone"), agent);
        office.moved(ticket, new Move.Wait("the teacher"), agent);
        office.pass(Duration.ofDays(30));
        office.escalate.run();
        assertThat(escalations(ticket)).isEmpty();
    }

    private List<UUID> escalations(Ticket ticket) {
        return office.file(ticket).thread().stream().filter(e -> e.kind() == ThreadEntry.Kind.ESCALATED)
                .map(e -> UUID.fromString(e.text())).toList();
    }

    private static TicketFilter late() {
        return new TicketFilter(null, null, null, null, null, true);
    }
}
