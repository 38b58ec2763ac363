// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.Planned;
import org.huifang.api.revisit.State;
import org.huifang.api.revisit.Trigger;
import org.huifang.api.revisit.Triggers;
import org.huifang.api.revisit.When;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TriggersTest {
    private final School school = new School();

    @AfterEach
    void close() {
        school.close();
    }

    private static Trigger trigger(When when, boolean live) {
        return new Trigger(UUID.fromString("00000000-0000-4000-8000-000000000001"), "quiet", "Quiet", when, null, null,
                Kind.CALL, 3, 30, 5, live);
    }

    @Test
    void who_has_not_been_seen_for_so_long_is_called_once_and_again_only_after_the_cool_down() {
        school.triggers.save(School.TENANT, trigger(new When.Inactive(10), true));
        School.Learner li = school.enrol("Li");
        school.work();
        school.pass(Duration.ofDays(9));
        assertThat(fired(li)).isEmpty();
        school.pass(Duration.ofDays(2));
        assertThat(fired(li)).singleElement().satisfies(o -> {
            assertThat(o.origin()).isEqualTo(Origin.TRIGGER);
            assertThat(o.state()).isEqualTo(State.DUE);
            assertThat(o.title()).isEqualTo("Quiet");
        });
        school.lesson("Li", 10);
        school.work();
        school.pass(Duration.ofDays(11));
        assertThat(fired(li)).as("quiet again, within the cool-down").hasSize(1);
        school.pass(Duration.ofDays(20));
        assertThat(fired(li)).as("still quiet when it is over").hasSize(2);
        school.pass(Duration.ofDays(60));
        assertThat(fired(li)).as("once for each time that it becomes true").hasSize(2);
        assertThat(school.missing()).isZero();
    }

    @Test
    void what_is_true_already_when_a_rule_goes_live_fires_at_nobody() {
        School.Learner li = school.enrol("Li");
        school.pass(Duration.ofDays(40));
        school.triggers.save(School.TENANT, trigger(new When.Inactive(10), true));
        school.work();
        school.pass(Duration.ofDays(1));
        assertThat(fired(li)).isEmpty();
        school.lesson("Li", 10);
        school.work();
        school.pass(Duration.ofDays(11));
        assertThat(fired(li)).hasSize(1);
    }

    @Test
    void conditions_are_put_together() {
        school.triggers.save(School.TENANT, trigger(new When.All(List.of(new When.TestFailed(),
                new When.Not(new When.Progress(50, 100)),
                new When.Any(List.of(new When.ScoreBelow(40), new When.RefundAsked(7))))), true));
        School.Learner li = school.enrol("Li");
        test("Li", 45, false);
        assertThat(fired(li)).as("failed, but not so badly").isEmpty();
        test("Li", 30, false);
        assertThat(fired(li)).hasSize(1);
        School.Learner wu = school.enrol("Wu");
        school.lesson("Wu", 60);
        test("Wu", 10, false);
        assertThat(fired(wu)).as("further than half").isEmpty();
    }

    @Test
    void access_that_ends_and_lessons_that_are_used_up_fire_in_time() {
        school.triggers.save(School.TENANT,
                trigger(new When.Any(List.of(new When.ExpiresWithin(7), new When.LessonsLeft(2))),
                        true));
        School.Learner li = school.enrol("Li");
        school.record(
                new Fact.AccessGranted(School.course("c"), School.person("Li"), null,
                        school.now.plus(Duration.ofDays(20)),
                        10, school.now));
        school.work();
        school.pass(Duration.ofDays(12));
        assertThat(fired(li)).isEmpty();
        school.pass(Duration.ofDays(2));
        assertThat(fired(li)).hasSize(1);
        School.Learner wu = school.enrol("Wu");
        school.record(new Fact.AccessGranted(School.course("c"), School.person("Wu"), null, null, 2, school.now));
        school.work();
        assertThat(fired(wu)).hasSize(1);
    }

    @Test
    void a_test_on_history_finds_for_whom_the_rule_fires_when_it_is_live() {
        for (int n = 0; n < 12; n++) {
            school.enrol("L" + n);
        }
        school.work();
        school.triggers.save(School.TENANT, trigger(new When.Inactive(6), true));
        var from = school.now;
        for (int day = 0; day < 20; day++) {
            school.pass(Duration.ofDays(1));
            if (day % 4 == 0) {
                school.lesson("L" + day % 12, day);
                school.work();
            }
        }
        List<Obligation> fired = school.revisits.list(School.TENANT, null, "quiet", null, null, 500).items();
        Triggers.Trial trial = school.triggers.test(School.TENANT, trigger(new When.Inactive(6), false), from,
                school.now);
        assertThat(fired).isNotEmpty();
        assertThat(trial.firings()).extracting(Triggers.Firing::learner)
                .containsExactlyInAnyOrderElementsOf(fired.stream().map(Obligation::learner).toList());
        assertThat(trial.times()).isEqualTo(fired.size());
        assertThat(
                school.triggers.test(School.TENANT, trigger(new When.RefundAsked(9), false), from, school.now).times())
                .isZero();
    }

    @Test
    void whoever_is_called_about_a_special_case_is_told_a_day_before() {
        Planned call = complaint(trigger(new When.Complained(14), true));
        assertThat(call.at()).isAfter(school.now.plus(Duration.ofHours(20)));
        assertThat(call.notified()).isEqualTo(Planned.Notified.SENT);
    }

    @Test
    void a_rule_may_have_people_called_at_once_and_untold() {
        Trigger told = trigger(new When.Complained(14), true);
        var untold = new Trigger(told.id(), told.code(), told.name(), told.when(), null, null, told.kind(),
                told.dueDays(), told.coolDownDays(), told.minutes(), false, true, null);
        Planned call = complaint(untold);
        assertThat(school.triggers.all(School.TENANT)).containsExactly(untold);
        assertThat(call.at()).isBefore(school.now.plus(Duration.ofHours(8)));
        assertThat(call.notified()).isEqualTo(Planned.Notified.NOT_YET);
    }

    /** The call about a complaint of somebody with a number, to whom nothing else is owed now. */
    private Planned complaint(Trigger rule) {
        School.Learner li = school.enrol("Li");
        school.archive.record(new Delivery(School.TENANT, "staff", "number", List.of(new Fact.ValueSaid(li.id(),
                "phone", "13700001111", Confidence.STATED, "staff:" + School.AGENT, school.now))));
        school.work();
        school.revisits.exempt(School.TENANT, List.of(school.of(li, "first").id()), "met in person", School.AGENT);
        school.triggers.save(School.TENANT, rule);
        school.pass(Duration.ofDays(14));
        school.record(new Fact.Complained(School.course("c"), School.person("Li"), "too fast", school.now));
        school.work();
        school.pass(Duration.ofHours(1));
        return Objects.requireNonNull(fired(li).getFirst().planned());
    }

    @Test
    void the_same_hook_ten_times_fires_once() {
        school.triggers.save(School.TENANT, trigger(new When.Complained(14), true));
        School.Learner li = school.enrol("Li");
        for (int n = 0; n < 10; n++) {
            school.record(new Fact.Complained(School.course("c"), School.person("Li"), "too fast", school.now));
            school.work();
        }
        assertThat(fired(li)).hasSize(1);
    }

    @Test
    void who_finishes_is_not_asked_why_they_do_not_come_and_who_got_the_money_back_is_asked_nothing() {
        school.triggers.save(School.TENANT, trigger(new When.Inactive(10), true));
        School.Learner li = school.enrol("Li");
        School.Learner wu = school.enrol("Wu");
        school.pass(Duration.ofDays(11));
        assertThat(List.of(fired(li).getFirst().state(), fired(wu).getFirst().state())).containsOnly(State.DUE);
        school.finish("Li");
        school.record(new Fact.Refunded(School.course("c"), School.person("Wu"), school.now));
        school.work();
        assertThat(fired(li)).singleElement().extracting(Obligation::state, Obligation::reason)
                .containsExactly(State.EXEMPT, "finished");
        assertThat(fired(wu)).singleElement().extracting(Obligation::state, Obligation::reason)
                .containsExactly(State.EXEMPT, "refunded");
        assertThat(school.missing()).isZero();
    }

    @Test
    void who_got_the_money_back_before_is_not_asked_why_they_do_not_come() {
        school.triggers.save(School.TENANT, trigger(new When.Inactive(10), true));
        School.Learner li = school.enrol("Li");
        school.pass(Duration.ofDays(5));
        school.record(new Fact.Refunded(School.course("c"), School.person("Li"), school.now));
        school.work();
        school.pass(Duration.ofDays(30));
        assertThat(fired(li)).isEmpty();
    }

    @Test
    void a_rule_that_was_removed_and_comes_again_fires_again_and_stops_nothing() {
        school.triggers.save(School.TENANT, trigger(new When.Inactive(10), true));
        School.Learner li = school.enrol("Li");
        school.pass(Duration.ofDays(11));
        assertThat(fired(li)).hasSize(1);
        school.triggers.remove(School.TENANT, trigger(new When.Inactive(10), true).id());
        school.triggers.save(School.TENANT, trigger(new When.Inactive(10), true));
        school.lesson("Li", 10);
        school.work();
        school.pass(Duration.ofDays(11));
        assertThat(fired(li)).hasSize(2);
        School.Learner wu = school.enrol("Wu");
        school.work();
        assertThat(school.states(wu)).as("the timeline goes on").isNotEmpty();
    }

    @Test
    void who_has_read_a_rule_before_a_colleague_changed_it_overwrites_nothing() {
        Trigger seen = trigger(new When.Inactive(10), false);
        school.triggers.save(School.TENANT, seen);
        Trigger changed = trigger(new When.Inactive(20), false);
        assertThat(school.triggers.save(School.TENANT, seen, changed)).isTrue();
        assertThat(school.triggers.save(School.TENANT, seen, trigger(new When.Inactive(10), true))).isFalse();
        assertThat(school.triggers.all(School.TENANT)).containsExactly(changed);
        school.triggers.remove(School.TENANT, changed.id());
        assertThat(school.triggers.save(School.TENANT, changed, seen)).as("removed").isFalse();
    }

    @Test
    void who_leaves_while_a_rule_goes_live_has_left() throws Exception {
        int learners = 200;
        for (int n = 0; n < learners; n++) {
            school.enrol("L" + n);
        }
        school.work();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var leaving = threads.submit(() -> {
                for (int n = 0; n < learners; n++) {
                    school.leave("L" + n);
                    School.runAll(school.follow);
                }
            });
            for (int days = 1; !leaving.isDone(); days++) {
                school.triggers.save(School.TENANT, trigger(new When.Inactive(10 + days % 7), true));
            }
            leaving.get();
        }
        // the timeline shows nothing that is younger than what is being written
        school.work();
        assertThat(school.rows("select count(*)::text from revisit.place where left_at is not null"))
                .containsExactly(Integer.toString(learners));
    }

    private void test(String who, int score, boolean passed) {
        school.now = school.now.plusSeconds(1);
        school.record(new Fact.TestTaken(School.course("c"), School.person(who), "Test", score, passed, school.now));
        school.work();
    }

    private List<Obligation> fired(School.Learner learner) {
        return school.revisits.of(School.TENANT, List.of(learner.id())).stream().filter(o -> o.step().equals("quiet"))
                .toList();
    }
}
