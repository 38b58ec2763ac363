// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.huifang.api.revisit.Anchor;
import org.huifang.api.revisit.Handled;
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

class PublishingTest {
    private static final PlannedStep WELCOME = new PlannedStep("welcome", "Welcome", Kind.CALL, Anchor.ENROLMENT, 0, 0,
            2,
            5, false);

    private static final PlannedStep LATER = new PlannedStep("later", "Later", Kind.CALL, Anchor.ENROLMENT, 0, 5, 9, 5,
            false);
    private static final PlannedStep ACCESS = new PlannedStep("access", "Access", Kind.CALL, Anchor.FIRST_ACCESS, 0, 0,
            3,
            5, false);

    private final School school = new School();

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void a_preview_says_what_publishing_does_and_publishing_does_it() {
        School.Learner old = school.enrol("Old");
        school.pass(Duration.ofDays(5));
        School.Learner young = school.enrol("Young");
        school.work();
        UUID plan = draft(WELCOME);
        PlanPreview preview = school.plans.preview(School.TENANT, plan, PastSteps.SKIP);
        PlanPreview.Line welcome = line(preview, "welcome");
        assertThat(welcome.added()).isEqualTo(1);
        assertThat(welcome.exempted()).isEqualTo(1);
        assertThat(welcome.dueAtOnce()).as("who joined a moment ago is called").isEqualTo(1);
        assertThat(line(preview, "first").unchanged()).isEqualTo(2);
        assertThat(school.revisits.of(School.TENANT, List.of(old.id()))).as("a preview changes nothing").hasSize(3);

        assertThat(school.plans.publish(School.TENANT, plan, PastSteps.SKIP, preview.token(), School.AGENT, "why"))
                .hasValueSatisfying(live -> assertThat(live.version()).isEqualTo(2));
        school.work();
        assertThat(school.of(old, "welcome").state()).isEqualTo(State.EXEMPT);
        assertThat(school.of(old, "welcome").reason()).isEqualTo("past");
        assertThat(school.of(young, "welcome").state()).isEqualTo(State.DUE);
        assertThat(school.missing()).isZero();
    }

    @Test
    void a_preview_counts_whom_a_new_step_could_not_reach() {
        School.Learner li = school.enrol("Li");
        School.Learner wang = school.enrol("Wang");
        school.record(
                new Fact.Consented(wang.id(), "contact", "any", "consent", "1", false, "me", "learner", school.now));
        school.work();
        PlanPreview preview = school.plans.preview(School.TENANT, draft(WELCOME), PastSteps.SKIP);
        assertThat(line(preview, "welcome").added()).isEqualTo(2);
        assertThat(line(preview, "welcome").held()).as("Wang wants no calls").isEqualTo(1);
        assertThat(school.revisits.of(School.TENANT, List.of(li.id()))).as("a preview changes nothing").hasSize(3);
    }

    @Test
    void what_a_draft_does_not_touch_is_not_moved_by_it_however_odd_the_middle_of_a_course_is() {
        school.now = school.now.plusNanos(1_000);
        school.describe(null, LocalDate.parse("2026-05-01"));
        school.enrol("Li");
        school.work();
        PlanPreview preview = school.plans.preview(School.TENANT, draft(WELCOME), PastSteps.SKIP);
        assertThat(line(preview, "mid").moved()).isZero();
        assertThat(line(preview, "mid").unchanged()).isEqualTo(1);
        assertThat(preview.someone()).extracting(PlanPreview.Changed::code).containsOnly("welcome");
    }

    @Test
    void what_is_past_can_be_spread_over_days_and_is_never_due_all_at_once() {
        for (int n = 0; n < 40; n++) {
            school.enrol("L" + n);
        }
        school.pass(Duration.ofDays(20));
        var spread = new PastSteps(PastSteps.How.SPREAD, 10);
        publish(draft(WELCOME), spread);
        school.work();
        List<Obligation> owed = school.revisits.list(School.TENANT, null, "welcome", null, null, 500).items();
        assertThat(owed).hasSize(40).allMatch(o -> o.opens().isBefore(school.now.plus(Duration.ofDays(10))));
        assertThat(owed.stream().map(o -> o.opens().truncatedTo(java.time.temporal.ChronoUnit.DAYS)).distinct())
                .hasSizeGreaterThan(5);
    }

    @Test
    void a_preview_of_another_draft_or_of_long_ago_publishes_nothing() {
        school.enrol("Li");
        school.work();
        UUID plan = draft(WELCOME);
        String token = school.plans.preview(School.TENANT, plan, PastSteps.SKIP).token();
        assertThat(school.plans.publish(School.TENANT, plan, new PastSteps(PastSteps.How.TODAY, 0), token, School.AGENT,
                "")).as("another choice").isEmpty();
        draft(WELCOME, new PlannedStep("more", "", Kind.CALL, Anchor.START, 0, 3, 4, 5, false));
        assertThat(school.plans.publish(School.TENANT, plan, PastSteps.SKIP, token, School.AGENT, ""))
                .as("another draft")
                .isEmpty();
        String again = school.plans.preview(School.TENANT, plan, PastSteps.SKIP).token();
        school.now = school.now.plus(Duration.ofMinutes(11));
        assertThat(school.plans.publish(School.TENANT, plan, PastSteps.SKIP, again, School.AGENT, "")).as("too old")
                .isEmpty();
        assertThat(school.plans.all(School.TENANT).getFirst().version()).isEqualTo(1);
    }

    @Test
    void who_has_read_an_older_draft_overwrites_nothing() {
        UUID plan = draft(WELCOME);
        PlanVersion seen = school.plans.draft(School.TENANT, plan);
        PlanVersion shorter = with(seen, seen.steps().subList(0, 1));
        assertThat(school.plans.saveDraft(School.TENANT, seen, shorter)).isTrue();
        assertThat(school.plans.saveDraft(School.TENANT, seen, with(seen, List.of()))).isFalse();
        assertThat(school.plans.draft(School.TENANT, plan)).isEqualTo(shorter);
        assertThat(school.plans.saveDraft(School.TENANT, shorter, seen)).isTrue();
        publish(plan, PastSteps.SKIP);
        assertThat(school.plans.saveDraft(School.TENANT, seen, shorter)).as("published meanwhile").isFalse();
        assertThat(school.plans.versions(School.TENANT, plan).getFirst().steps()).isEqualTo(seen.steps());
    }

    @Test
    void a_change_to_a_draft_that_is_being_published_is_refused_at_once() {
        UUID plan = draft(WELCOME);
        PlanVersion seen = school.plans.draft(School.TENANT, plan);
        boolean saved = school.store.of(School.TENANT, sql -> {
            PlanTable.locked(sql, School.TENANT, plan);
            return CompletableFuture.supplyAsync(
                    () -> school.plans.saveDraft(School.TENANT, seen, with(seen, List.of()))).join();
        });
        assertThat(saved).isFalse();
        assertThat(school.plans.saveDraft(School.TENANT, seen, with(seen, List.of()))).isTrue();
    }

    @Test
    void publishing_twice_counts_once() {
        school.enrol("Li");
        school.work();
        UUID plan = draft(WELCOME);
        String token = school.plans.preview(School.TENANT, plan, PastSteps.SKIP).token();
        assertThat(school.plans.publish(School.TENANT, plan, PastSteps.SKIP, token, School.AGENT, "")).isPresent();
        assertThat(school.plans.publish(School.TENANT, plan, PastSteps.SKIP, token, School.AGENT, ""))
                .hasValueSatisfying(live -> assertThat(live.version()).isEqualTo(2));
        assertThat(school.plans.versions(School.TENANT, plan)).hasSize(2);
        assertThat(school.missing()).isZero();
    }

    @Test
    void a_step_that_is_dropped_is_exempt_and_what_was_done_of_it_stays() {
        School.Learner li = school.enrol("Li");
        School.Learner wu = school.enrol("Wu");
        school.pass(Duration.ofDays(2));
        school.revisits.handIn(School.TENANT, school.of(wu, "first").id(), school.attempt(Outcome.REACHED));
        UUID plan = school.plans.all(School.TENANT).getFirst().plan();
        PlanVersion draft = school.plans.draft(School.TENANT, plan);
        school.plans.saveDraft(School.TENANT, with(draft, draft.steps().subList(1, 3)));
        publish(plan, PastSteps.SKIP);
        assertThat(school.of(li, "first").reason()).isEqualTo("plan");
        assertThat(school.of(wu, "first").state()).isEqualTo(State.DONE);
        assertThat(school.missing()).isZero();
    }

    @Test
    void publishing_can_be_taken_back_until_something_of_it_fell_due() {
        School.Learner li = school.enrol("Li");
        school.work();
        var later = new PlannedStep("later", "Later", Kind.CALL, Anchor.ENROLMENT, 0, 5, 9, 5, false);
        UUID plan = draft(later);
        publish(plan, PastSteps.SKIP);
        assertThat(school.of(li, "later").state()).isEqualTo(State.SCHEDULED);
        assertThat(school.plans.undo(School.TENANT, plan, School.AGENT)).isTrue();
        assertThat(school.states(li)).containsOnly(State.SCHEDULED);
        assertThat(school.revisits.of(School.TENANT, List.of(li.id()))).hasSize(3);
        assertThat(school.missing()).isZero();
        assertThat(school.plans.draft(School.TENANT, plan).steps()).as("the draft is there again").contains(later);

        publish(plan, PastSteps.SKIP);
        var begun = draft(later, new PlannedStep("more", "More", Kind.CALL, Anchor.ENROLMENT, 0, 8, 9, 5, false));
        assertThat(school.plans.undo(School.TENANT, begun, School.AGENT)).as("somebody has begun the next one")
                .isFalse();
        assertThat(school.plans.draft(School.TENANT, plan).steps()).extracting(PlannedStep::code).contains("more");
        school.pass(Duration.ofDays(6));
        assertThat(school.plans.undo(School.TENANT, plan, School.AGENT)).as("it fell due").isFalse();
        assertThat(school.of(li, "later").state()).isEqualTo(State.DUE);
    }

    @Test
    void a_type_of_customer_has_a_plan_of_its_own_and_moves_with_its_tag() {
        School.Learner li = school.enrol("Li");
        school.work();
        PlanVersion vip = school.plans.create(School.TENANT, "VIP", null, "VIP", List.of(WELCOME));
        publish(vip.plan(), PastSteps.SKIP);
        assertThat(school.revisits.of(School.TENANT, List.of(li.id()))).hasSize(3);
        tag(li, true);
        assertThat(school.states(li)).containsOnly(State.EXEMPT);
        assertThat(school.of(li, "welcome").state().open()).isTrue();
        school.now = school.now.plusSeconds(1);
        tag(li, false);
        assertThat(school.states(li)).containsOnly(State.SCHEDULED);
        assertThat(school.of(li, "welcome").reason()).isEqualTo("plan");
        assertThat(school.missing()).isZero();
    }

    @Test
    void complaint_3_stopping_a_plan_fires_nothing_of_the_plan_below_it_at_everybody_at_once() {
        school.enrol("First");
        school.work();
        PlanVersion vip = school.plans.create(School.TENANT, "VIP", null, "VIP", List.of(WELCOME));
        publish(vip.plan(), PastSteps.SKIP);
        List<School.Learner> learners = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            learners.add(school.enrol("L" + n));
        }
        school.work();
        school.pass(Duration.ofDays(2));
        learners.forEach(learner -> tag(learner, true));
        school.pass(Duration.ofDays(60));
        school.plans.stop(School.TENANT, vip.plan(), School.AGENT, "not needed any more");
        school.work();
        assertThat(learners).allSatisfy(
                learner -> assertThat(school.of(learner, "first").state()).isEqualTo(State.EXEMPT));
        School.Learner next = school.enrol("Next");
        school.work();
        tag(next, true);
        assertThat(school.of(next, "first").state()).as("it holds for who joins").isEqualTo(State.SCHEDULED);
        assertThat(school.missing()).isZero();
    }

    @Test
    void who_is_on_a_roster_and_comes_under_no_plan_is_counted_in_the_ledger() {
        UUID plan = school.plans.all(School.TENANT).getFirst().plan();
        school.enrol("Li");
        school.work();
        assertThat(school.revisits.ledger(School.TENANT, null).unplanned()).isEmpty();
        school.plans.stop(School.TENANT, plan, School.AGENT, "the last plan there is");
        School.Learner wang = school.enrol("Wang");
        school.work();
        assertThat(school.revisits.of(School.TENANT, List.of(wang.id()))).as("nothing is owed").isEmpty();
        assertThat(school.revisits.ledger(School.TENANT, null).unplanned())
                .containsExactly(new Ledger.Unplanned(wang.course(), 2));
        assertThat(school.missing()).isZero();
        school.leave("Wang");
        school.work();
        assertThat(school.revisits.ledger(School.TENANT, wang.course()).unplanned())
                .containsExactly(new Ledger.Unplanned(wang.course(), 1));
    }

    @Test
    void a_place_that_lost_its_plan_and_all_that_was_owed_raises_the_alarm() {
        UUID vip = school.plans.create(School.TENANT, "VIP", null, "VIP", List.of(WELCOME)).plan();
        publish(vip, PastSteps.SKIP);
        School.Learner li = school.enrol("Li");
        School.Learner wang = school.enrol("Wang");
        school.work();
        tag(li, true);
        assertThat(school.missing()).isZero();
        school.store.ofAll(sql -> {
            sql.update("update revisit.place set plan = null");
            sql.update("delete from revisit.obligation");
            return sql.update("delete from revisit.owed");
        });
        assertThat(school.store.ofAll(Conservation::unowed))
                .as("Li's welcome, and three steps of Wang, who wears no tag")
                .containsEntry(School.TENANT, 4L);
        assertThat(wang.course()).isEqualTo(li.course());
    }

    @Test
    void whoever_lost_a_plan_is_counted_under_the_one_that_fits_them_best() {
        School.Learner li = school.enrol("Li");
        School.Learner wang = school.enrol("Wang");
        school.record(School.enrolled("Li", "d", school.now));
        school.record(School.enrolled("Wang", "d", school.now));
        school.work();
        tag(li, true);
        PlannedStep two = new PlannedStep("two", "", Kind.CALL, Anchor.START, 0, 3, 4, 5, false);
        // Li in c: all five; Wang in c: one; Li in d: two; Wang in d: the three of the default plan
        publish(school.plans.create(School.TENANT, "C, VIP", li.course(), "VIP",
                IntStream.range(0, 5).mapToObj(i -> new PlannedStep("s" + i, "", Kind.CALL,
                        Anchor.START, 0, 3, 4, 5, false)).toList())
                .plan(), PastSteps.SKIP);
        publish(school.plans.create(School.TENANT, "C", li.course(), null, List.of(WELCOME)).plan(), PastSteps.SKIP);
        publish(school.plans.create(School.TENANT, "VIP", null, "VIP", List.of(WELCOME, two)).plan(), PastSteps.SKIP);
        assertThat(school.missing()).isZero();
        school.store.ofAll(sql -> {
            sql.update("update revisit.place set plan = null");
            sql.update("delete from revisit.obligation");
            return sql.update("delete from revisit.owed");
        });
        assertThat(school.store.ofAll(Conservation::unowed)).containsEntry(School.TENANT, 5L + 1 + 2 + 3);
        assertThat(wang.course()).isEqualTo(li.course());
    }

    @Test
    void whoever_was_called_about_a_step_while_it_was_away_is_not_called_about_it_again_when_it_comes_back() {
        publish(draft(LATER), PastSteps.SKIP);
        School.Learner li = school.enrol("Li");
        School.Learner wang = school.enrol("Wang");
        school.pass(Duration.ofDays(6));
        assertThat(school.of(li, "later").state()).isEqualTo(State.DUE);
        publish(draft(), PastSteps.SKIP);
        assertThat(school.revisits.handIn(School.TENANT, school.of(li, "later").id(), school.attempt(Outcome.REACHED)))
                .as("they were on the phone").isInstanceOf(Handled.Taken.class);
        for (String name : List.of("Li", "Wang")) {
            school.record(new Fact.AccessGranted(School.course("c"), School.person(name),
                    school.now.plus(Duration.ofDays(10)), null, null, school.now));
        }
        school.pass(Duration.ofDays(3));
        UUID plan = draft(LATER);
        assertThat(line(school.plans.preview(School.TENANT, plan, PastSteps.SKIP), "later").added()).isEqualTo(1);
        publish(plan, PastSteps.SKIP);
        school.work();
        assertThat(school.of(wang, "later").state()).isEqualTo(State.SCHEDULED);
        assertThat(school.of(li, "later").state()).isEqualTo(State.EXEMPT);
        school.leave("Li");
        school.work();
        school.pass(Duration.ofDays(30));
        school.enrol("Li");
        school.work();
        assertThat(school.of(li, "later").state().open()).as("another stay").isTrue();
        assertThat(school.missing()).isZero();
    }

    @Test
    void complaint_3_a_step_that_was_dropped_and_comes_again_is_not_fired_at_who_joined_in_between() {
        publish(draft(WELCOME), PastSteps.SKIP);
        publish(draft(), PastSteps.SKIP);
        School.Learner li = school.enrol("Li");
        school.pass(Duration.ofDays(20));
        School.Learner young = school.enrol("Young");
        school.work();
        UUID plan = draft(WELCOME);
        assertThat(line(school.plans.preview(School.TENANT, plan, PastSteps.SKIP), "welcome").dueAtOnce()).isEqualTo(1);
        publish(plan, PastSteps.SKIP);
        school.work();
        assertThat(school.of(li, "welcome").reason()).isEqualTo("past");
        school.lesson("Li", 10);
        school.work();
        assertThat(school.of(li, "welcome").reason()).as("whatever is heard of them").isEqualTo("past");
        assertThat(school.of(young, "welcome").state()).isEqualTo(State.DUE);
    }

    @Test
    void who_enrols_while_plans_are_published_is_owed_what_the_last_one_asks() throws Exception {
        school.enrol("First");
        school.work();
        int learners = 120;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var joining = threads.submit(() -> {
                for (int n = 0; n < learners; n++) {
                    school.enrol("L" + n);
                    School.runAll(school.follow);
                }
            });
            for (int n = 0; !joining.isDone(); n++) {
                publish(n % 2 == 0 ? draft(WELCOME) : draft(), PastSteps.SKIP);
            }
            joining.get();
        }
        // the timeline shows nothing that is younger than what is being written
        school.work();
        boolean welcomed = school.plans.all(School.TENANT).getFirst().steps().contains(WELCOME);
        assertThat(school.rows("select count(*)::text from revisit.place p where "
                + (welcomed ? "not exists" : "exists")
                + " (select from revisit.obligation o where o.learner = p.learner"
                + " and o.step = 'welcome' and o.reason <> 'plan')")).containsExactly("0");
        assertThat(school.missing()).isZero();
    }

    @Test
    void who_was_exempted_by_hand_stays_so_when_a_publishing_is_taken_back() {
        School.Learner li = school.enrol("Li");
        school.work();
        UUID plan = school.plans.all(School.TENANT).getFirst().plan();
        PlanVersion draft = school.plans.draft(School.TENANT, plan);
        List<PlannedStep> later = new ArrayList<>(draft.steps());
        PlannedStep first = later.getFirst();
        later.set(0, new PlannedStep(first.code(), first.name(), first.kind(), first.anchor(), first.value(),
                first.opensAfter(), first.dueAfter() + 3, first.minutes(), first.notice()));
        school.plans.saveDraft(School.TENANT, with(draft, later));
        publish(plan, PastSteps.SKIP);
        school.revisits.exempt(School.TENANT, List.of(school.of(li, "first").id()), "met in person", School.AGENT);
        assertThat(school.plans.undo(School.TENANT, plan, School.AGENT)).isTrue();
        assertThat(school.of(li, "first").reason()).isEqualTo("met in person");
        assertThat(school.plans.undo(School.TENANT, plan, School.AGENT)).as("a second time").isFalse();
    }

    @Test
    void a_call_that_was_due_and_that_a_publishing_dropped_is_told_as_owed_again_when_the_publishing_is_taken_back() {
        School.Learner li = school.enrol("Li");
        school.work();
        school.pass(Duration.ofDays(2));
        assertThat(school.of(li, "first").state()).isEqualTo(State.DUE);
        UUID plan = school.plans.all(School.TENANT).getFirst().plan();
        PlanVersion draft = school.plans.draft(School.TENANT, plan);
        school.plans.saveDraft(School.TENANT, with(draft, DefaultPlan.STEPS.subList(1, 3)));
        publish(plan, PastSteps.SKIP);
        assertThat(school.of(li, "first").state()).isEqualTo(State.EXEMPT);
        assertThat(school.plans.undo(School.TENANT, plan, School.AGENT)).isTrue();
        assertThat(school.of(li, "first").state()).isEqualTo(State.DUE);
        school.work();
        assertThat(school.told(li)).filteredOn(Fact.OwedAgain.class::isInstance).singleElement()
                .isInstanceOfSatisfying(Fact.OwedAgain.class, again -> assertThat(again.step()).isEqualTo("first"));
    }

    @Test
    void what_was_done_in_an_earlier_stay_and_is_told_late_takes_nothing_from_the_present_one() {
        School.Learner li = school.enrol("Li");
        Instant early = school.now.plusSeconds(60);
        school.pass(Duration.ofDays(2));
        school.leave("Li");
        school.pass(Duration.ofDays(20));
        school.enrol("Li");
        school.pass(Duration.ofDays(1));
        school.lesson("Li", 30);
        school.record(new Fact.LessonCompleted(School.course("c"), School.person("Li"), "Late", 50, early));
        school.work();
        var key = new PlaceKey(School.TENANT, li.course(), li.id());
        assertThat(school.store.ofAll(sql -> Places.load(sql, List.of(key))).get(key).place().signs().milestones()
                .reached()).containsOnly(Map.entry(30, school.now));
    }

    @Test
    void taking_back_what_was_published_after_a_stop_leaves_the_plan_stopped() {
        PlanVersion vip = school.plans.create(School.TENANT, "VIP", null, "VIP", List.of(WELCOME));
        publish(vip.plan(), PastSteps.SKIP);
        PlanVersion second = school.plans.draft(School.TENANT, vip.plan());
        school.plans.saveDraft(School.TENANT, with(second, List.of(WELCOME, LATER)));
        publish(vip.plan(), PastSteps.SKIP);
        school.plans.stop(School.TENANT, vip.plan(), School.AGENT, "");
        school.plans.draft(School.TENANT, vip.plan());
        publish(vip.plan(), PastSteps.SKIP);
        assertThat(school.plans.undo(School.TENANT, vip.plan(), School.AGENT)).isTrue();
        assertThat(school.plans.versions(School.TENANT, vip.plan())).extracting(PlanVersion::status)
                .doesNotContain(PlanVersion.Status.LIVE);
    }

    @Test
    void a_second_stay_counts_from_its_own_first_access_and_not_from_that_of_the_stay_before() {
        publish(draft(ACCESS), PastSteps.SKIP);
        School.Learner li = school.enrol("Li");
        access(li, school.now);
        assertThat(school.of(li, "access").due()).isEqualTo(school.now.plus(Duration.ofDays(3)));
        school.pass(Duration.ofHours(2));
        school.leave("Li");
        school.pass(Duration.ofDays(200));
        school.enrol("Li");
        school.work();
        assertThat(school.of(li, "access").state()).isEqualTo(State.SCHEDULED);
        assertThat(school.of(li, "access").due()).as("they have not come yet").isEqualTo(Obligation.UNKNOWN);
        access(li, school.now);
        assertThat(school.of(li, "access").due()).isEqualTo(school.now.plus(Duration.ofDays(3)));
    }

    @Test
    void a_first_access_that_comes_to_light_after_the_step_was_introduced_is_past_and_says_so() {
        School.Learner li = school.enrol("Li");
        Instant access = school.now;
        school.pass(Duration.ofDays(20));
        publish(draft(ACCESS), PastSteps.SKIP);
        assertThat(school.of(li, "access").due()).isEqualTo(Obligation.UNKNOWN);
        school.pass(Duration.ofDays(4));
        access(li, access);
        assertThat(school.of(li, "access").state()).isEqualTo(State.EXEMPT);
        assertThat(school.of(li, "access").reason()).isEqualTo("past");
    }

    private void access(School.Learner li, Instant at) {
        school.record(new Fact.Launched(School.course("c"), School.person("Li"), Identity.of("Li", null),
                CourseRole.LEARNER, at));
        school.work();
    }

    @Test
    void two_live_plans_for_the_same_learners_are_refused() {
        school.enrol("Li");
        school.work();
        PlanVersion second = school.plans.create(School.TENANT, "Second", null, null, List.of(WELCOME));
        assertThatThrownBy(() -> school.plans.preview(School.TENANT, second.plan(), PastSteps.SKIP))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("another live plan");
    }

    private void tag(School.Learner li, boolean on) {
        school.archive.record(new Delivery(School.TENANT, "staff", UUID.randomUUID().toString(),
                List.of(new Fact.Tagged(li.id(), "VIP", on, "staff:" + School.AGENT, school.now))));
        school.work();
    }

    private UUID draft(PlannedStep... more) {
        UUID plan = school.plans.all(School.TENANT).getFirst().plan();
        PlanVersion draft = school.plans.draft(School.TENANT, plan);
        List<PlannedStep> steps = new ArrayList<>(DefaultPlan.STEPS);
        steps.addAll(List.of(more));
        school.plans.saveDraft(School.TENANT, with(draft, steps));
        return plan;
    }

    private void publish(UUID plan, PastSteps past) {
        String token = school.plans.preview(School.TENANT, plan, past).token();
        assertThat(school.plans.publish(School.TENANT, plan, past, token, School.AGENT, "")).isPresent();
    }

    private static PlanVersion with(PlanVersion draft, List<PlannedStep> steps) {
        return new PlanVersion(draft.plan(), draft.version(), draft.name(), draft.course(), draft.tag(), draft.status(),
                steps, null, null, draft.note());
    }

    private static PlanPreview.Line line(PlanPreview preview, String code) {
        return preview.steps().stream().filter(line -> line.code().equals(code)).findFirst().orElseThrow();
    }
}
