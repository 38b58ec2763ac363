// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.evaluation.Estimate;
import org.huifang.api.identity.Role;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.AreaCount;
import org.huifang.api.ticket.Asked;
import org.huifang.api.ticket.CourseChange;
import org.huifang.api.ticket.Move;
import org.huifang.api.ticket.Recurrence;
import org.huifang.api.ticket.Telling;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketFigures;
import org.huifang.api.ticket.TicketFilter;
import org.huifang.api.ticket.TicketRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopTest {
    private final Office office = new Office();
    private UUID agent = UUID.randomUUID();
    private Office.Learner learner = new Office.Learner(agent, agent);

    @BeforeEach
    void open() {
        agent = office.employ("agent", Role.SUPERVISOR);
        learner = office.enrol("li");
    }

    @Test
    void each_raiser_is_told_once_when_a_change_is_out_and_sees_it_on_their_page() {
        Ticket linked = office.raise(learner, Area.CONTENT, "video");
        Ticket second = office.raise(office.enrol("wang"), Area.CONTENT, "video");
        Ticket other = office.raise(learner, Area.CONTENT, "video");
        CourseChange change = change();
        office.changes.save(office.tenant, change, null);
        office.moved(linked, new Move.Link(change.id()), agent);
        office.moved(second, new Move.Link(change.id()), agent);
        assertThat(office.changes.untold(office.tenant, change.id())).isEqualTo(2);
        String draft = office.changes.draft(change, "en");
        assertThat(draft).contains("New videos").contains("All videos of lesson 3 are encoded anew");
        assertThat(office.changes.draft(change, "zh-TW")).contains("改進");
        assertThat(office.changes.release(office.tenant, change.id(), draft, agent)).isEqualTo(2);
        assertThat(office.changes.release(office.tenant, change.id(), draft, agent)).isZero();
        assertThat(office.changes.untold(office.tenant, change.id())).isZero();
        assertThat(office.changes.tellings(office.tenant, change.id())).extracting(Telling::ticket)
                .containsExactlyInAnyOrder(linked.id(), second.id());
        Asked mine = office.confirmations.of(office.tenant, List.of(learner.id())).stream()
                .filter(a -> a.ticket().equals(linked.id())).findFirst().orElseThrow();
        assertThat(mine.answers()).extracting(Asked.Answered::change).containsExactly(true);
        assertThat(office.confirmations.open(office.tokens.of(other.id())).orElseThrow().answers()).isEmpty();
        CourseChange kept = office.changes.find(office.tenant, change.id()).orElseThrow();
        assertThat(kept.released()).isEqualTo(office.now);
        assertThat(office.tickets.list(office.tenant,
                new TicketFilter(null, null, null, null, change.id(), false), null, 10).items())
                .extracting(Ticket::id).containsExactlyInAnyOrder(linked.id(), second.id());
    }

    @Test
    void who_did_not_see_what_somebody_else_kept_does_not_replace_it() {
        CourseChange first = change();
        assertThat(office.changes.save(office.tenant, first, null)).isTrue();
        assertThat(office.changes.save(office.tenant, first, null)).isFalse();
        office.changes.release(office.tenant, first.id(), "done", agent);
        CourseChange theirs = called(first, "New videos and sound");
        assertThat(office.changes.save(office.tenant, theirs, first)).isTrue();
        assertThat(office.changes.save(office.tenant, called(first, "Old videos"), first)).isFalse();
        CourseChange kept = office.changes.find(office.tenant, first.id()).orElseThrow();
        assertThat(kept.same(theirs)).isTrue();
        assertThat(kept.told()).isEqualTo("done");
        assertThat(office.changes.save(office.tenant, called(first, "Old videos"), kept)).isTrue();
    }

    private static CourseChange called(CourseChange c, String title) {
        return new CourseChange(c.id(), title, c.course(), c.area(), c.code(), c.what(), c.owner(), c.planned(),
                c.released(), c.told());
    }

    @Test
    void whether_such_tickets_come_again_is_counted_over_equally_long_times() {
        for (int i = 0; i < 8; i++) {
            office.raise(learner, Area.CONTENT, "video");
            office.raise(learner, Area.CONTENT, "text");
        }
        office.pass(Duration.ofDays(20));
        CourseChange change = change();
        office.changes.save(office.tenant, change, null);
        assertThat(office.changes.recurrence(office.tenant, change.id()).days()).isZero();
        office.changes.release(office.tenant, change.id(), "done", agent);
        office.pass(Duration.ofDays(10));
        assertThat(office.changes.recurrence(office.tenant, change.id()).before()).isZero();
        office.raise(learner, Area.CONTENT, "video");
        office.raise(learner, Area.SERVICE, "video");
        office.pass(Duration.ofDays(15));
        Recurrence recurrence = office.changes.recurrence(office.tenant, change.id());
        assertThat(recurrence).extracting(Recurrence::days, Recurrence::before, Recurrence::after)
                .containsExactly(25, 8L, 1L);
        assertThat(recurrence.apart()).isTrue();
        // Wilson of 1 in 9 is 0.0199 to 0.4350
        assertThat(recurrence.low()).isCloseTo(0.0203, within(0.001));
        assertThat(recurrence.high()).isCloseTo(0.770, within(0.01));
    }

    @Test
    void nothing_before_and_nothing_after_tells_nothing() {
        assertThat(Recurring.of(0, 10, 0, 0).apart()).isFalse();
        assertThat(Recurring.of(0, 10, 2, 3).apart()).isFalse();
        assertThat(Recurring.of(0, 10, 0, 9).high()).isInfinite();
    }

    @Test
    void the_list_comes_in_pages_the_latest_first_and_each_ticket_once() {
        var raised = new ArrayList<Ticket>();
        for (int i = 0; i < 25; i++) {
            office.pass(Duration.ofMinutes(i % 3 == 0 ? 0 : 47));
            raised.add(office.raise(learner, Area.values()[i % 3], ""));
        }
        office.moved(raised.get(0), new Move.Solve("c", "a", ""), agent);
        office.moved(raised.get(1), new Move.Solve("c", "a", ""), agent);
        office.moved(raised.get(1), new Move.Confirm("phone", ""), agent);
        office.moved(raised.get(2), new Move.Answer("hello", "phone"), agent);
        office.pass(Duration.ofDays(2));
        var seen = new ArrayList<Ticket>();
        String after = null;
        do {
            Page<Ticket> page = office.tickets.list(office.tenant, TicketFilter.OPEN, after, 7);
            seen.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertThat(seen).hasSize(24);
        assertThat(new HashSet<>(seen)).hasSize(24);
        assertThat(seen.getLast().id()).isEqualTo(raised.get(0).id());
        assertThat(seen.stream().map(t -> t.late(office.now)).toList())
                .isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
        assertThat(office.tickets.count(office.tenant, TicketFilter.OPEN)).isEqualTo(24);
        List<AreaCount> areas = office.tickets.areas(office.tenant, null);
        assertThat(areas.stream().mapToLong(AreaCount::open).sum()).isEqualTo(24);
        assertThat(areas.stream().mapToLong(AreaCount::late).sum()).isEqualTo(office.tickets.count(office.tenant,
                new TicketFilter(null, null, null, null, null, true)));
        assertThat(office.tickets.list(new TenantId("other"), TicketFilter.OPEN, null, 10).items()).isEmpty();
    }

    @Test
    void an_area_counts_the_people_behind_its_tickets_and_not_only_the_tickets() {
        for (int i = 0; i < 5; i++) {
            office.raise(learner, Area.CONTENT, "");
        }
        office.raise(office.enrol("wang"), Area.CONTENT, "");
        AreaCount content = office.tickets.areas(office.tenant, learner.course()).stream()
                .filter(one -> one.area() == Area.CONTENT).findFirst().orElseThrow();
        assertThat(content.open()).isEqualTo(6);
        assertThat(content.learners()).isEqualTo(2);
    }

    @Test
    void many_are_given_at_once_and_the_former_owners_come_back_for_undo() {
        UUID li = office.employ("li.na", Role.AGENT);
        Ticket one = office.raise(learner, Area.CONTENT, "");
        Ticket two = office.raise(learner, Area.CONTENT, "");
        Map<UUID, UUID> before = office.tickets.assign(office.tenant, List.of(one.id(), two.id()), li, agent);
        assertThat(before).isEqualTo(Map.of(one.id(), agent, two.id(), agent));
        assertThat(office.file(one).ticket().owner()).isEqualTo(li);
        assertThat(office.tickets.assign(office.tenant, List.of(one.id(), two.id()), li, agent)).isEmpty();
    }

    @Test
    void figures_count_working_time_and_what_is_still_open() {
        Ticket quick = office.raise(learner, Area.CONTENT, "");
        Ticket slow = office.raise(learner, Area.CONTENT, "");
        office.raise(learner, Area.CONTENT, "");
        office.pass(Duration.ofHours(1));
        office.moved(quick, new Move.Answer("hello", "phone"), agent);
        office.moved(quick, new Move.Solve("c", "a", ""), agent);
        office.moved(quick, new Move.Confirm("phone", ""), agent);
        office.pass(Duration.ofDays(1));
        office.moved(slow, new Move.Answer("hello", "phone"), agent);
        TicketFigures figures = office.tickets.figures(office.tenant, null, null, Office.MONDAY,
                office.now.plusSeconds(1));
        assertThat(figures.raised()).isEqualTo(3);
        assertThat(figures.responseMedian()).isEqualTo(Duration.ofHours(8));
        assertThat(figures.responseNinth()).isNull();
        assertThat(figures.resolveMedian()).isNull();
        assertThat(figures.closedLoop()).isInstanceOfSatisfying(Estimate.Share.class, share -> {
            assertThat(share.part()).isEqualTo(1);
            assertThat(share.n()).isEqualTo(3);
        });
    }

    @Test
    void sub_codes_are_the_schools_own() {
        office.rules.setCode(office.tenant, new TicketRules.SubCode(Area.CONTENT, "video", "Video"));
        office.rules.setCode(office.tenant, new TicketRules.SubCode(Area.CONTENT, "video", "Videos"));
        office.rules.setCode(office.tenant, new TicketRules.SubCode(Area.SERVICE, "login", "Login"));
        assertThat(office.rules.codes(office.tenant)).extracting(TicketRules.SubCode::name).containsExactly("Videos",
                "Login");
        office.rules.removeCode(office.tenant, Area.SERVICE, "login");
        assertThat(office.rules.codes(office.tenant)).hasSize(1);
        assertThat(office.rules.codes(new TenantId("other"))).isEmpty();
    }

    private CourseChange change() {
        return new CourseChange(UUID.randomUUID(), "New videos", learner.course(), Area.CONTENT, "video",
                "All videos of lesson 3 are encoded anew", agent, null, null, "");
    }
}
