// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.revisit.Hold;
import org.junit.jupiter.api.Test;

/**
 * Plans for persons drawn at random against the limits as they are defined. {@code -Dhuifang.plans=1000000} draws as
 * many, {@code -Dhuifang.seed} draws the same again.
 */
class RandomPlansTest {
    private static final int PERSONS = 40;
    private final long seed = Long.getLong("huifang.seed", System.nanoTime());
    private final int plans = Integer.getInteger("huifang.plans", 10_000);

    private interface Look {
        void at(Given given, Planner planner, String where);
    }

    private void each(int many, boolean small, Look look) {
        for (int school = 0; school * PERSONS < many; school++) {
            var draw = new RandomGiven(seed + school, small);
            Limits limits = draw.limits();
            var planner = new Planner(limits);
            for (int n = 0; n < PERSONS; n++) {
                look.at(draw.person(limits), planner, "-Dhuifang.seed=" + (seed + school) + ", person " + n);
            }
        }
    }

    @Test
    void no_plan_breaks_a_limit_skips_a_task_or_gives_a_wrong_reason() {
        long[] count = new long[4];
        Map<Hold.Reason, Integer> reasons = new EnumMap<>(Hold.Reason.class);
        each(plans, false, (given, planner, where) -> {
            PersonPlan plan = given.planned(planner);
            assertThat(Checked.violations(given, plan)).as("%s%n%s%n%s", where, given, plan).isEmpty();
            count[0]++;
            count[1] += given.tasks().size();
            count[2] += plan.contacts().size();
            plan.held().values().forEach(hold -> reasons.merge(hold.reason(), 1, Integer::sum));
        });
        System.out.printf("%,d plans, %,d tasks, %,d contacts, held %s, 0 violations; seed %d (-Dhuifang.seed)%n",
                count[0], count[1], count[2], reasons, seed);
        assertThat(reasons).containsKeys(Hold.Reason.CAP, Hold.Reason.BLACKOUT, Hold.Reason.QUIET_HOURS,
                Hold.Reason.NO_CONSENT, Hold.Reason.NO_CONTACT_POINT, Hold.Reason.DO_NOT_CONTACT);
    }

    @Test
    void planning_again_changes_nothing() {
        each(plans / 4, false, (given, planner, where) -> {
            PersonPlan plan = given.planned(planner);
            assertThat(given.planned(new Planner(given.limits()))).as(where).isEqualTo(plan);
            PersonPlan announced = new PersonPlan(known(plan.contacts(), true), plan.held());
            assertThat(given.standing(announced.contacts()).planned(planner)).as("%s%n%s", where, given)
                    .isEqualTo(announced);
        });
    }

    @Test
    void announced_contacts_stay_while_the_clock_moves_within_the_time_that_is_permitted() {
        long[] looked = new long[1];
        each(plans / 4, false, (given, planner, where) -> {
            PersonPlan plan = given.planned(planner);
            List<Contact> announced = known(plan.contacts(), true);
            for (Contact contact : announced) {
                Instant later = contact.at().plusSeconds(60);
                Given then = given.standing(announced).at(later);
                var rules = new Rules(then);
                boolean still = later.isAfter(given.now()) && contact.tasks().stream().map(rules::task)
                        .allMatch(task -> rules.permitted(task, contact.channel(), later))
                        && announced.stream().allMatch(one -> one == contact || one.at().isAfter(later));
                if (still) {
                    looked[0]++;
                    assertThat(then.planned(planner).contacts()).as("%s%n%s", where, then)
                            .anyMatch(one -> stays(contact, one));
                }
            }
        });
        assertThat(looked[0]).isGreaterThan(plans / 10);
    }

    @Test
    void contacts_of_which_nobody_was_told_are_planned_as_before_and_keep_their_ids() {
        each(plans / 4, false, (given, planner, where) -> {
            PersonPlan plan = given.standing(List.of()).planned(planner);
            List<Contact> expected = known(plan.contacts(), false);
            PersonPlan again = given.standing(expected).planned(planner);
            List<Contact> come = expected.stream().filter(contact -> !contact.at().isAfter(given.now())).toList();
            if (come.isEmpty()) {
                assertThat(again).as("%s%n%s", where, given).isEqualTo(new PersonPlan(expected, plan.held()));
            } else {
                assertThat(come).as("%s%n%s", where, given)
                        .allMatch(contact -> again.contacts().stream().anyMatch(one -> stays(contact, one)));
            }
        });
    }

    @Test
    void nearly_as_many_are_contacted_in_time_as_could_be() {
        long[] sums = new long[4];
        each(plans / 10, true, (given, planner, where) -> {
            var best = new BruteForce(given, given.planned(planner));
            int most = best.most();
            int covered = best.covered();
            assertThat(covered).as("%s%n%s", where, given).isLessThanOrEqualTo(most);
            sums[0] += covered;
            sums[1] += most;
            sums[2] += covered < most ? 1 : 0;
            sums[3] += most < best.tasks() ? 1 : 0;
        });
        System.out.printf(
                "coverage %,d of %,d, %.4f of the optimum; %d of %,d cases below it, "
                        + "in %,d nobody could contact all; seed %d (-Dhuifang.seed)%n",
                sums[0], sums[1], (double) sums[0] / sums[1], sums[2], plans / 10, sums[3], seed);
        assertThat((double) sums[0] / sums[1]).isGreaterThanOrEqualTo(0.99);
    }

    /** It is the same, and others may have joined. */
    private static boolean stays(Contact contact, Contact later) {
        return Objects.equals(later.id(), contact.id()) && later.at().equals(contact.at())
                && later.channel().equals(contact.channel()) && later.fixed() == contact.fixed()
                && later.tasks().containsAll(contact.tasks());
    }

    private static List<Contact> known(List<Contact> contacts, boolean fixed) {
        List<Contact> known = new ArrayList<>();
        for (Contact contact : contacts) {
            UUID id = contact.id() == null ? new UUID(7, known.size()) : contact.id();
            known.add(new Contact(id, contact.channel(), contact.at(), contact.tasks(), fixed));
        }
        return known;
    }
}
