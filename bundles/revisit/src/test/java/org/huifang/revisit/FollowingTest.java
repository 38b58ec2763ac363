// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.api.revisit.State.DONE;
import static org.huifang.api.revisit.State.DUE;
import static org.huifang.api.revisit.State.EXEMPT;
import static org.huifang.api.revisit.State.OVERDUE;
import static org.huifang.api.revisit.State.SCHEDULED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.Receipt;
import org.huifang.api.channel.Message;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Outcome;
import org.huifang.identity.RealAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowingTest {
    private final School school = new School();

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void who_joins_is_owed_every_step_of_the_plan_before_any_of_it_is_due() {
        School.Learner li = school.enrol("Li");
        school.work();
        assertThat(school.revisits.of(School.TENANT, List.of(li.id()))).extracting(Obligation::step)
                .containsExactly("first", "mid", "end");
        assertThat(school.states(li)).containsOnly(SCHEDULED);
        assertThat(school.of(li, "first").due()).isEqualTo(School.MONDAY.plus(Duration.ofDays(7)));
        assertThat(school.missing()).isZero();
    }

    @Test
    void a_launch_makes_owed_too_and_a_roster_after_it_doubles_nothing() {
        school.record(new Fact.Launched(School.course("c"), School.person("Li"), Identity.UNKNOWN, CourseRole.LEARNER,
                school.now));
        School.Learner li = school.enrol("Li");
        school.work();
        assertThat(school.revisits.of(School.TENANT, List.of(li.id()))).hasSize(3);
        assertThat(school.revisits.ledger(School.TENANT, li.course()).rows()).hasSize(3).allMatch(r -> r.owed() == 1);
    }

    @Test
    void instructors_are_owed_nothing() {
        school.record(new Fact.Enrolled(School.course("c"), School.person("Wang"), Identity.UNKNOWN,
                CourseRole.INSTRUCTOR, school.now));
        school.work();
        assertThat(school.revisits.ledger(School.TENANT, null).rows()).isEmpty();
    }

    @Test
    void a_lesson_that_arrives_before_the_enrolment_loses_nothing() {
        school.lesson("Li", 60);
        school.work();
        School.Learner li = school.enrol("Li");
        school.work();
        assertThat(school.states(li)).containsExactly(SCHEDULED, DUE, SCHEDULED);
        assertThat(school.missing()).isZero();
    }

    @Test
    void what_opens_falls_due_once_and_the_archive_hears_of_it_once() {
        School.Learner li = school.enrol("Li");
        school.work();
        school.pass(Duration.ofDays(2));
        school.pass(Duration.ofDays(1));
        assertThat(school.states(li)).containsExactly(DUE, SCHEDULED, SCHEDULED);
        assertThat(school.told(li)).filteredOn(Fact.FellDue.class::isInstance).hasSize(1);
        school.pass(Duration.ofDays(5));
        assertThat(school.of(li, "first").state()).isEqualTo(OVERDUE);
        assertThat(school.told(li)).filteredOn(Fact.FellDue.class::isInstance).hasSize(1);
    }

    @Test
    void half_of_the_progress_opens_the_survey_at_once() {
        School.Learner li = school.enrol("Li");
        school.work();
        school.now = school.now.plus(Duration.ofHours(5));
        school.lesson("Li", 49);
        school.work();
        assertThat(school.of(li, "mid").state()).isEqualTo(SCHEDULED);
        school.lesson("Li", 50);
        school.work();
        assertThat(school.of(li, "mid").state()).isEqualTo(DUE);
        assertThat(school.of(li, "mid").due()).isEqualTo(school.now.plus(Duration.ofDays(7)));
    }

    @Test
    void who_finishes_is_not_called_about_the_beginning_any_more_and_the_last_revisit_comes_forward() {
        School.Learner li = school.enrol("Li");
        school.work();
        school.now = school.now.plus(Duration.ofDays(3));
        school.finish("Li");
        school.work();
        assertThat(school.states(li)).containsExactly(EXEMPT, EXEMPT, SCHEDULED);
        assertThat(school.of(li, "first").reason()).isEqualTo("finished");
        assertThat(school.of(li, "end").opens()).isEqualTo(school.now.plus(Duration.ofDays(7)));
    }

    @Test
    void a_course_that_moves_takes_with_it_what_is_not_settled() {
        School.Learner li = school.enrol("Li");
        School.Learner wu = school.enrol("Wu");
        school.work();
        school.pass(Duration.ofDays(2));
        school.revisits.handIn(School.TENANT, school.of(wu, "first").id(), school.attempt(Outcome.REACHED));
        Instant settled = school.of(wu, "first").due();
        school.describe(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 4, 5));
        school.work();
        assertThat(school.of(li, "first").due()).isEqualTo(Instant.parse("2026-03-15T16:00:00Z"));
        assertThat(school.of(li, "first").state()).as("who is in the queue stays there").isEqualTo(DUE);
        assertThat(school.of(wu, "first").due()).isEqualTo(settled);
        assertThat(school.of(wu, "end").opens()).isEqualTo(Instant.parse("2026-04-12T16:00:00Z"));
        assertThat(school.told(li)).filteredOn(Fact.FellDue.class::isInstance).hasSize(2).last().isInstanceOfSatisfying(
                Fact.FellDue.class,
                f -> assertThat(f.due()).isEqualTo(Instant.parse("2026-03-15T16:00:00Z")));
    }

    @Test
    void who_leaves_is_exempt_with_the_reason_and_what_was_done_stays_done() {
        School.Learner li = school.enrol("Li");
        school.work();
        school.pass(Duration.ofDays(2));
        school.revisits.handIn(School.TENANT, school.of(li, "first").id(), school.attempt(Outcome.REACHED));
        school.leave("Li");
        school.work();
        assertThat(school.states(li)).containsExactly(DONE, EXEMPT, EXEMPT);
        assertThat(school.of(li, "mid").reason()).isEqualTo("left");
        assertThat(school.told(li)).filteredOn(Fact.Exempted.class::isInstance).hasSize(2);
        assertThat(school.missing()).isZero();
    }

    @Test
    void who_returns_is_owed_again_from_the_new_start() {
        School.Learner li = school.enrol("Li");
        school.work();
        school.pass(Duration.ofDays(2));
        school.leave("Li");
        school.pass(Duration.ofDays(20));
        school.enrol("Li");
        school.work();
        assertThat(school.states(li)).containsExactly(SCHEDULED, SCHEDULED, SCHEDULED);
        assertThat(school.of(li, "first").due()).isEqualTo(school.now.plus(Duration.ofDays(7)));
        school.pass(Duration.ofDays(1));
        assertThat(school.told(li)).filteredOn(Fact.FellDue.class::isInstance).as("once for each stay").hasSize(2);
        assertThat(school.told(li)).filteredOn(Fact.OwedAgain.class::isInstance).as("each step").hasSize(3);
        assertThat(school.missing()).isZero();
    }

    @Test
    void who_becomes_an_instructor_is_exempt() {
        School.Learner li = school.enrol("Li");
        school.work();
        school.now = school.now.plusSeconds(60);
        school.record(new Fact.Enrolled(School.course("c"), School.person("Li"), Identity.UNKNOWN,
                CourseRole.INSTRUCTOR, school.now));
        school.work();
        assertThat(school.states(li)).containsOnly(EXEMPT);
        assertThat(school.of(li, "end").reason()).isEqualTo("role");
    }

    @Test
    void a_roster_cleared_after_the_finish_does_not_end_the_follow_up() {
        School.Learner li = school.enrol("Li");
        school.work();
        school.now = school.now.plus(Duration.ofDays(30));
        school.finish("Li");
        school.now = school.now.plus(Duration.ofDays(1));
        school.leave("Li");
        school.work();
        assertThat(school.states(li)).containsExactly(EXEMPT, EXEMPT, SCHEDULED);
    }

    @Test
    void tenants_have_plans_and_ledgers_of_their_own() {
        school.enrol("Li");
        var other = new org.huifang.api.TenantId("other");
        var receipt = (Receipt.Recorded) school.archive.record(new Delivery(other, "platform:1", "x",
                List.of(School.enrolled("Li", "c", school.now))));
        school.work();
        assertThat(school.revisits.of(School.TENANT, List.of(receipt.people().get(School.person("Li"))))).isEmpty();
        assertThat(school.revisits.ledger(other, null).rows()).hasSize(3).allMatch(r -> r.owed() == 1);
        assertThat(school.revisits.ledger(School.TENANT, null).rows()).hasSize(3).allMatch(r -> r.owed() == 1);
    }

    @Test
    void two_followers_at_once_do_everything_once() throws Exception {
        for (int i = 0; i < 40; i++) {
            school.enrol("L" + i);
        }
        FollowTimeline second = school.follow();
        Thread other = Thread.ofVirtual().start(() -> School.runAll(second));
        School.runAll(school.follow);
        other.join();
        school.work();
        assertThat(school.rows("select count(*) from revisit.obligation")).containsExactly("120");
        assertThat(school.missing()).isZero();
    }

    @Test
    void a_missing_obligation_is_noticed() throws Exception {
        school.enrol("Li");
        school.work();
        school.database.execute("delete from revisit.obligation where step = 'mid'");
        assertThat(school.revisits.ledger(School.TENANT, null).rows()).filteredOn(r -> r.missing() == 1).hasSize(1);
        var audit = new Audit(school.store, school.clock);
        audit.run();
        assertThat(audit.execute().isOk()).isFalse();
    }

    @Test
    void a_gap_raises_an_alarm_once_says_who_was_told_and_is_over_when_it_is_mended() throws Exception {
        var accounts = RealAccounts.of(school.database, school.clock);
        accounts.create(School.TENANT, "boss@example.org", "Boss", "tall grass by the river", Set.of(Role.SUPERVISOR));
        accounts.create(School.TENANT, "root", "Root", "tall grass by the river", Set.of(Role.ADMIN));
        accounts.create(School.TENANT, "li@example.org", "Li", "tall grass by the river", Set.of(Role.AGENT));
        var sent = new ArrayList<Message>();
        school.sending.add(message -> {
            sent.add(message);
            return new org.huifang.api.channel.Receipt.Accepted(school.now, "1");
        }, Map.of("channel", "email"));
        var audit = new Audit(school.store, school.clock);
        var alarm = new TellGaps(school.store, school.clock, accounts, school.sending, school.settings);
        school.enrol("Li");
        school.work();
        audit.run();
        alarm.run();
        assertThat(school.revisits.ledger(School.TENANT, null).gap()).isNull();
        assertThat(sent).isEmpty();

        school.database.execute("create table saved as select * from revisit.obligation where step = 'mid'");
        school.database.execute("delete from revisit.obligation where step = 'mid'");
        for (int minute = 0; minute < 3; minute++) {
            new Audit(school.store, school.clock).run();
            alarm.run();
        }
        assertThat(sent).extracting(Message::to).containsExactly("boss@example.org");
        assertThat(school.revisits.ledger(School.TENANT, null).gap()).satisfies(gap -> {
            assertThat(gap.missing()).isEqualTo(1);
            assertThat(gap.told()).hasSize(1);
        });

        school.database.execute("insert into revisit.obligation select * from saved");
        new Audit(school.store, school.clock).run();
        assertThat(school.revisits.ledger(School.TENANT, null).gap()).isNull();
    }
}
