// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huifang.api.archive.Fact;
import org.huifang.api.revisit.Anchor;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.PastSteps;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.PlannedStep;
import org.huifang.api.revisit.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a step counts from: it waits until that is known, and moves when that moves. The others are in {@link PlanningTest}. */
class AnchorsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final School school = new School();

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void a_step_before_the_exam_waits_for_its_day_and_moves_with_it() {
        School.Learner li = learner(step(Anchor.EXAM, 0, -7, -2));
        assertThat(due(li)).isEqualTo(Obligation.UNKNOWN);
        exam(LocalDate.of(2026, 5, 20));
        assertThat(school.of(li, "step").opens()).isEqualTo(midnight(LocalDate.of(2026, 5, 13)));
        assertThat(due(li)).isEqualTo(midnight(LocalDate.of(2026, 5, 18)));
        exam(LocalDate.of(2026, 6, 3));
        assertThat(due(li)).as("the exam was moved").isEqualTo(midnight(LocalDate.of(2026, 6, 1)));
    }

    @Test
    void a_step_at_some_progress_counts_from_when_it_was_reached_first() {
        School.Learner li = learner(step(Anchor.PROGRESS, 30, 1, 3));
        school.lesson("Li", 20);
        school.work();
        assertThat(due(li)).isEqualTo(Obligation.UNKNOWN);
        school.pass(Duration.ofDays(4));
        Instant reached = school.now;
        school.lesson("Li", 35);
        school.work();
        assertThat(due(li)).isEqualTo(reached.plus(Duration.ofDays(3)));
        school.pass(Duration.ofHours(5));
        school.lesson("Li", 60);
        school.work();
        assertThat(due(li)).as("more of it moves nothing").isEqualTo(reached.plus(Duration.ofDays(3)));
        Instant earlier = reached.minus(Duration.ofDays(1));
        school.record(new Fact.LessonCompleted(School.course("c"), School.person("Li"), "Told late", 31, earlier));
        school.work();
        assertThat(due(li)).as("it was reached a day before, as is told now")
                .isEqualTo(earlier.plus(Duration.ofDays(3)));
    }

    @Test
    void a_step_after_silence_counts_from_the_last_time_somebody_came() {
        School.Learner li = learner(step(Anchor.INACTIVITY, 14, 0, 5));
        Instant joined = school.now;
        assertThat(due(li)).as("who never came is silent since joining").isEqualTo(joined.plus(Duration.ofDays(19)));
        school.pass(Duration.ofDays(6));
        Instant came = school.now;
        school.lesson("Li", 10);
        school.work();
        assertThat(due(li)).isEqualTo(came.plus(Duration.ofDays(19)));
    }

    @Test
    void a_step_after_a_refund_is_owed_when_the_money_went_back_and_not_when_it_was_asked_for() {
        School.Learner li = learner(step(Anchor.REFUND, 0, 0, 3));
        school.record(new Fact.RefundAsked(School.course("c"), School.person("Li"), "too dear", school.now));
        school.work();
        assertThat(due(li)).isEqualTo(Obligation.UNKNOWN);
        school.pass(Duration.ofDays(1));
        Instant done = school.now;
        school.record(new Fact.Refunded(School.course("c"), School.person("Li"), done));
        school.work();
        assertThat(due(li)).isEqualTo(done.plus(Duration.ofDays(3)));
        assertThat(school.of(li, "first").state()).as("nothing else is owed any more").isEqualTo(State.EXEMPT);
        assertThat(school.of(li, "step").state().open()).isTrue();
    }

    @Test
    void a_step_before_the_end_of_access_moves_when_more_is_paid_for() {
        School.Learner li = learner(step(Anchor.EXPIRY, 0, -10, -3));
        Instant until = school.now.plus(Duration.ofDays(60));
        access(null, until);
        assertThat(due(li)).isEqualTo(until.minus(Duration.ofDays(3)));
        access(null, until.plus(Duration.ofDays(30)));
        assertThat(due(li)).isEqualTo(until.plus(Duration.ofDays(27)));
    }

    @Test
    void the_first_revisit_counts_from_the_day_that_the_platform_gives_for_an_enrolment_wherever_it_is_moved() {
        School.Learner li = learner(step(Anchor.ENROLMENT, 0, 2, 7));
        Instant joined = school.now;
        assertThat(due(li)).isEqualTo(joined.plus(Duration.ofDays(7)));
        access(joined.plus(Duration.ofDays(20)), null);
        assertThat(due(li)).as("put off").isEqualTo(joined.plus(Duration.ofDays(27)));
        assertThat(school.of(li, "first").due()).isEqualTo(joined.plus(Duration.ofDays(27)));
        access(joined.plus(Duration.ofDays(5)), null);
        assertThat(due(li)).as("brought forward").isEqualTo(joined.plus(Duration.ofDays(12)));
        school.record(
                new Fact.AccessGranted(School.course("c"), School.person("Li"), joined.plus(Duration.ofDays(90)), null,
                        null, joined.minus(Duration.ofDays(1))));
        school.work();
        assertThat(due(li)).as("an older word that comes late").isEqualTo(joined.plus(Duration.ofDays(12)));
        assertThat(school.missing()).isZero();
    }

    @Test
    void what_the_platform_said_of_a_former_stay_does_not_hold_for_the_next() {
        School.Learner li = learner(step(Anchor.ENROLMENT, 0, 2, 7));
        access(school.now.plus(Duration.ofDays(3)), null);
        school.now = school.now.plus(Duration.ofDays(40));
        school.leave("Li");
        school.work();
        school.now = school.now.plus(Duration.ofDays(40));
        school.enrol("Li");
        school.work();
        assertThat(due(li)).as("of this stay").isEqualTo(school.now.plus(Duration.ofDays(7)));
        Instant put = school.now.plus(Duration.ofDays(10));
        access(put, null);
        assertThat(due(li)).as("put off").isEqualTo(put.plus(Duration.ofDays(7)));
    }

    @Test
    void access_that_was_given_beyond_a_stay_is_of_the_next_one() {
        School.Learner li = learner(step(Anchor.ENROLMENT, 0, 2, 7));
        school.now = school.now.plus(Duration.ofDays(40));
        Instant again = school.now.plus(Duration.ofDays(30));
        access(again, null);
        school.leave("Li");
        school.work();
        school.now = school.now.plus(Duration.ofDays(32));
        school.enrol("Li");
        school.work();
        assertThat(due(li)).isEqualTo(again.plus(Duration.ofDays(7)));
    }

    /** Under the default plan and one more step. */
    private School.Learner learner(PlannedStep more) {
        UUID plan = school.plans.all(School.TENANT).getFirst().plan();
        PlanVersion draft = school.plans.draft(School.TENANT, plan);
        List<PlannedStep> steps = new ArrayList<>(draft.steps());
        steps.add(more);
        school.plans.saveDraft(School.TENANT,
                new PlanVersion(draft.plan(), draft.version(), draft.name(), draft.course(),
                        draft.tag(), draft.status(), steps, null, null, draft.note()));
        String token = school.plans.preview(School.TENANT, plan, PastSteps.SKIP).token();
        assertThat(school.plans.publish(School.TENANT, plan, PastSteps.SKIP, token, School.AGENT, "")).isPresent();
        School.Learner li = school.enrol("Li");
        school.work();
        return li;
    }

    private static PlannedStep step(Anchor anchor, int value, int opens, int due) {
        return new PlannedStep("step", "Step", Kind.CALL, anchor, value, opens, due, 5, false);
    }

    private Instant due(School.Learner li) {
        return school.of(li, "step").due();
    }

    private void exam(LocalDate day) {
        school.now = school.now.plusSeconds(1);
        school.record(new Fact.ExamSet(School.course("c"), day, school.now));
        school.work();
    }

    private void access(Instant from, Instant until) {
        school.now = school.now.plusSeconds(1);
        school.record(new Fact.AccessGranted(School.course("c"), School.person("Li"), from, until, null, school.now));
        school.work();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(SHANGHAI).toInstant();
    }
}
