// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.api.revisit.State.DONE;
import static org.huifang.api.revisit.State.DUE;
import static org.huifang.api.revisit.State.EXEMPT;
import static org.huifang.api.revisit.State.SCHEDULED;
import static org.huifang.revisit.School.MONDAY;
import static org.huifang.revisit.School.TENANT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.Receipt;
import org.huifang.api.consent.Consents;
import org.huifang.api.revisit.Anchor;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Ledger;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.PastSteps;
import org.huifang.api.revisit.PlanPreview;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.PlannedStep;
import org.huifang.api.revisit.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What users of like systems complain about, as far as it is a matter of what is owed and when; the numbers are those of
 * the list in the requirements. The planner's tests carry 9, 10 and 21, the calendar's 8, 9 and 15.
 */
class ComplaintsTest {
    private static final int WEEK = 7;

    private final School school = new School();

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void complaint_1_of_many_learners_none_is_skipped_and_who_cannot_be_called_is_listed_with_the_reason() {
        int many = 150;
        var facts = new ArrayList<>(IntStream.range(0, many).mapToObj(n -> joins("L" + n)).toList());
        facts.addAll(facts.subList(0, 50));
        Collections.shuffle(facts, new Random(1));
        Set<UUID> people = new TreeSet<>();
        for (int from = 0; from < facts.size(); from += 70) {
            var part = facts.subList(from, Math.min(facts.size(), from + 70)).toArray(Fact[]::new);
            people.addAll(((Receipt.Recorded) school.record(part)).people().values());
        }
        assertThat(people).hasSize(many);
        people.stream().limit(50).forEach(this::wantsNoContact);
        for (int day = 0; day <= WEEK; day++) {
            school.pass(Duration.ofDays(1));
            assertThat(school.missing()).isZero();
        }
        Ledger.Row first = row("first");
        assertThat(first.owed()).isEqualTo(many);
        assertThat(first.count(SCHEDULED)).isZero();
        assertThat(first.held()).isEqualTo(Map.of(Hold.Reason.DO_NOT_CONTACT, 50L));
        List<Obligation> all = school.revisits.list(TENANT, null, "first", null, null, 500).items();
        assertThat(all).extracting(Obligation::learner).containsExactlyInAnyOrderElementsOf(people);
        assertThat(all).allMatch(each -> each.planned() != null ^ each.hold() != null);
        assertThat(school.revisits.queued(TENANT, null)).isEqualTo(many - 50);
    }

    @Test
    void complaint_2_every_renewal_reminder_opens_on_its_day_and_one_without_a_date_is_counted_and_waits() {
        publish(PastSteps.SKIP, new PlannedStep("renew", "Renewal", Kind.CALL, Anchor.EXPIRY, 0, -30, -7, 5, true));
        int dated = 20;
        var learners = IntStream.range(0, dated + 3).mapToObj(n -> school.enrol("L" + n)).toList();
        for (int n = 0; n < dated; n++) {
            school.record(access("L" + n, MONDAY.plus(Duration.ofDays(40 + n))));
        }
        school.work();
        for (int day = 1; day <= 35; day++) {
            school.pass(Duration.ofDays(1));
            for (int n = 0; n < dated; n++) {
                Obligation renewal = school.of(learners.get(n), "renew");
                assertThat(renewal.opens()).isEqualTo(MONDAY.plus(Duration.ofDays(10 + n)));
                assertThat(renewal.state() == SCHEDULED).as("learner %d on day %d", n, day).isEqualTo(day < 10 + n);
            }
        }
        assertThat(learners.subList(dated, dated + 3)).extracting(each -> school.of(each, "renew"))
                .allMatch(Obligation::waits);
        assertThat(row("renew").owed()).isEqualTo(dated + 3);
        school.record(access("L" + dated, school.now.plus(Duration.ofDays(31))));
        school.work();
        assertThat(school.of(learners.get(dated), "renew").opens()).isEqualTo(school.now.plus(Duration.ofDays(1)));
        assertThat(school.missing()).isZero();
    }

    @Test
    void complaint_3_a_step_that_is_published_late_is_not_fired_at_everybody_at_once() {
        var learners = IntStream.range(0, 30).mapToObj(n -> school.enrol("L" + n)).toList();
        school.work();
        school.pass(Duration.ofDays(20));
        long owedBefore = row("first").owed();
        var welcome = new PlannedStep("welcome", "Welcome", Kind.CALL, Anchor.START, 0, 0, 3, 5, false);

        PlanPreview.Line line = publish(PastSteps.SKIP, welcome);
        school.work();

        assertThat(line.dueAtOnce()).isZero();
        assertThat(line.exempted()).isEqualTo(30);
        assertThat(learners).extracting(each -> school.of(each, "welcome").state()).containsOnly(EXEMPT);
        assertThat(learners).extracting(each -> school.of(each, "welcome").reason()).containsOnly("past");
        assertThat(row("first").owed()).isEqualTo(owedBefore);
        assertThat(school.missing()).isZero();
    }

    @Test
    void complaint_3_who_wants_past_steps_done_has_them_spread_and_sees_beforehand_how_many_come_at_once() {
        var learners = IntStream.range(0, 30).mapToObj(n -> school.enrol("L" + n)).toList();
        school.work();
        school.pass(Duration.ofDays(20));

        publish(new PastSteps(PastSteps.How.SPREAD, 10),
                new PlannedStep("welcome", "Welcome", Kind.CALL, Anchor.START, 0, 0, 3, 5, false));
        PlanPreview.Line today = publish(new PastSteps(PastSteps.How.TODAY, 0),
                new PlannedStep("hello", "Hello", Kind.CALL, Anchor.START, 0, 0, 3, 5, false));
        school.work();

        assertThat(learners.stream().map(each -> school.of(each, "welcome").opens())
                .collect(Collectors.groupingBy(opens -> Duration.between(school.now, opens).toDays(),
                        Collectors.counting()))
                .values())
                .hasSizeGreaterThan(5).allMatch(aDay -> aDay <= 8);
        assertThat(learners).extracting(each -> school.of(each, "welcome").opens())
                .allMatch(opens -> opens.isBefore(school.now.plus(Duration.ofDays(11))));
        assertThat(today.dueAtOnce()).isEqualTo(30);
        assertThat(learners).extracting(each -> school.of(each, "hello").state()).containsOnly(DUE);
    }

    @Test
    void complaint_4_an_enrolment_or_a_course_that_moves_takes_its_revisits_with_it() {
        School.Learner li = school.enrol("Li");
        School.Learner wu = school.enrol("Wu");
        school.work();
        assertThat(school.of(li, "first").due()).isEqualTo(MONDAY.plus(Duration.ofDays(WEEK)));

        school.record(School.enrolled("Wu", "c", MONDAY.minus(Duration.ofDays(3))));
        school.now = MONDAY.plus(Duration.ofHours(1));
        school.record(
                new Fact.AccessGranted(School.course("c"), School.person("Li"), MONDAY.plus(Duration.ofDays(10)), null,
                        null, school.now));
        school.work();
        assertThat(school.of(wu, "first").due()).as("enrolled earlier").isEqualTo(MONDAY.plus(Duration.ofDays(4)));
        assertThat(school.of(wu, "first").state()).isEqualTo(DUE);
        assertThat(school.of(li, "first").due()).as("enrolled later").isEqualTo(MONDAY.plus(Duration.ofDays(17)));

        school.describe(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 31));
        school.work();
        assertThat(List.of(li, wu)).extracting(each -> school.of(each, "first").due()).as("begins in April")
                .containsOnly(Instant.parse("2026-04-07T16:00:00Z"));
        assertThat(school.states(li)).containsOnly(SCHEDULED);
        assertThat(school.missing()).isZero();
    }

    @Test
    void complaint_5_who_joined_before_a_step_existed_has_it_counted_from_their_own_start() {
        School.Learner early = school.enrol("Early");
        school.work();
        school.pass(Duration.ofDays(3));
        School.Learner late = school.enrol("Late");
        school.work();

        publish(PastSteps.SKIP, new PlannedStep("tenth", "Day ten", Kind.CALL, Anchor.ENROLMENT, 0, 10, 12, 5, true));
        School.Learner after = school.enrol("After");
        school.work();

        assertThat(school.of(early, "tenth").opens()).isEqualTo(MONDAY.plus(Duration.ofDays(10)));
        assertThat(school.of(late, "tenth").opens()).isEqualTo(MONDAY.plus(Duration.ofDays(13)));
        assertThat(school.of(after, "tenth").opens()).isEqualTo(MONDAY.plus(Duration.ofDays(13)));
    }

    @Test
    void complaint_6_who_has_completed_is_not_reminded_though_the_call_was_in_the_queue() {
        School.Learner li = learner("Li");
        school.work();
        school.pass(Duration.ofDays(2));
        assertThat(school.revisits.queued(TENANT, null)).isOne();

        school.finish("Li");
        school.work();

        assertThat(school.revisits.queued(TENANT, null)).isZero();
        assertThat(school.states(li)).containsExactly(EXEMPT, EXEMPT, SCHEDULED);
        assertThat(school.of(li, "first").reason()).isEqualTo("finished");
    }

    @Test
    void complaint_6_a_course_that_is_retired_reminds_nobody_any_more() {
        var learners = IntStream.range(0, 5).mapToObj(n -> learner("L" + n)).toList();
        school.work();
        IntStream.range(0, 5).forEach(n -> school.leave("L" + n));
        school.work();

        school.pass(Duration.ofDays(120));

        assertThat(learners).flatExtracting(school::states).containsOnly(EXEMPT);
        assertThat(learners).flatExtracting(school::told).noneMatch(Fact.FellDue.class::isInstance);
        assertThat(school.revisits.queued(TENANT, null)).isZero();
    }

    @Test
    void complaint_7_a_setting_that_is_edited_fires_nothing_and_undoes_nothing() {
        School.Learner done = learner("Done");
        School.Learner due = learner("Due");
        school.work();
        school.pass(Duration.ofDays(2));
        school.revisits.handIn(TENANT, school.of(done, "first").id(), school.attempt(Outcome.REACHED));
        school.work();
        int told = school.told(done).size() + school.told(due).size();

        PlanVersion draft = draft();
        var steps = draft.steps().stream().map(step -> step.code().equals("first")
                ? new PlannedStep("first", "A first call", step.kind(), step.anchor(), 0, step.opensAfter(),
                        step.dueAfter(), 12, !step.notice())
                : step).toList();
        PlanPreview preview = publish(draft, steps, PastSteps.SKIP);
        school.work();

        assertThat(preview.steps()).allMatch(line -> line.dueAtOnce() == 0 && line.added() == 0
                && line.moved() == 0);
        assertThat(school.states(done)).containsExactly(DONE, SCHEDULED, SCHEDULED);
        assertThat(school.states(due)).containsExactly(DUE, SCHEDULED, SCHEDULED);
        assertThat(school.told(done).size() + school.told(due).size()).isEqualTo(told);
    }

    @Test
    void complaint_7_the_second_reminder_comes_though_nobody_answered_the_first() {
        School.Learner li = school.enrol("Li");
        school.work();

        school.pass(Duration.ofDays(30));
        assertThat(school.states(li)).startsWith(State.OVERDUE, DUE);
        school.pass(Duration.ofDays(40));

        assertThat(school.states(li)).containsExactly(State.OVERDUE, State.OVERDUE, DUE);
        assertThat(school.told(li)).filteredOn(Fact.FellDue.class::isInstance).hasSize(3);
    }

    @Test
    void complaint_9_what_is_in_the_queue_leaves_it_with_a_do_not_contact_and_is_still_counted() {
        School.Learner li = learner("Li");
        school.work();
        school.pass(Duration.ofDays(2));
        assertThat(school.revisits.queued(TENANT, null)).isOne();

        wantsNoContact(li.id());
        school.work();

        assertThat(school.revisits.queued(TENANT, null)).isZero();
        assertThat(Objects.requireNonNull(school.of(li, "first").hold()).reason())
                .isEqualTo(Hold.Reason.DO_NOT_CONTACT);
        assertThat(row("first").held()).containsEntry(Hold.Reason.DO_NOT_CONTACT, 1L);
        assertThat(school.missing()).isZero();
    }

    private void wantsNoContact(UUID learner) {
        school.record(new Fact.Consented(learner, Consents.CONTACT, Consents.ANY, "consent", "", false, "said so",
                "staff:1", school.now));
    }

    private School.Learner learner(String name) {
        var recorded = (Receipt.Recorded) school.record(joins(name));
        return new School.Learner(recorded.people().get(School.person(name)),
                recorded.courses().get(School.course("c")));
    }

    private Fact joins(String name) {
        var identity = new Identity(name, null, "+8613800000000", null, null, null);
        return new Fact.Enrolled(School.course("c"), School.person(name), identity, CourseRole.LEARNER, school.now);
    }

    private Fact access(String name, Instant until) {
        return new Fact.AccessGranted(School.course("c"), School.person(name), null, until, null, school.now);
    }

    private Ledger.Row row(String step) {
        return school.revisits.ledger(TENANT, null).rows().stream().filter(row -> row.step().equals(step)).findFirst()
                .orElseThrow();
    }

    private PlanVersion draft() {
        return school.plans.draft(TENANT, school.plans.all(TENANT).getFirst().plan());
    }

    /** Adds a step to the plan for all, looks at what that would do, and publishes it; what was seen of the step. */
    private PlanPreview.Line publish(PastSteps past, PlannedStep step) {
        PlanVersion draft = draft();
        var steps = new ArrayList<>(draft.steps());
        steps.add(step);
        return publish(draft, steps, past).steps().stream().filter(line -> line.code().equals(step.code())).findFirst()
                .orElseThrow();
    }

    private PlanPreview publish(PlanVersion draft, List<PlannedStep> steps, PastSteps past) {
        school.plans.saveDraft(TENANT, new PlanVersion(draft.plan(), draft.version(), draft.name(), null, null,
                PlanVersion.Status.DRAFT, steps, null, null, ""));
        PlanPreview preview = school.plans.preview(TENANT, draft.plan(), past);
        assertThat(school.plans.publish(TENANT, draft.plan(), past, preview.token(), School.AGENT, "why")).isPresent();
        return preview;
    }
}
