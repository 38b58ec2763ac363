// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.revisit.School.TENANT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.RosterEntry;
import org.huifang.api.archive.Stage;
import org.huifang.api.archive.Tail;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.revisit.Answers;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Half a year of a school in which everything happens that can, with kills and replays; the seed is printed. */
class NobodyVanishesTest {
    private static final int STEPS = Integer.getInteger("huifang.simulation.steps", 250);

    private final long seed = Long.getLong("huifang.simulation.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final School school = new School();
    private final List<Delivery> sent = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void whatever_happens_everything_owed_is_accounted_for_and_nothing_is_doubled() throws Exception {
        System.out.println("seed " + seed + ": run again with -Dhuifang.simulation.seed=" + seed);
        // The plan is there before anybody joins; what is past when a plan is published is another test's.
        school.plans.all(TENANT);
        for (int step = 0; step < STEPS; step++) {
            something();
            if (step % 25 == 24) {
                school.work();
                check("seed %d, step %d".formatted(seed, step));
            }
        }
    }

    private void something() {
        switch (random.nextInt(17)) {
            case 0, 1, 2, 3 -> tell(joins());
            case 4, 5 -> tell(new Fact.LessonCompleted(School.course(course()), School.person(person()), "L",
                    random.nextInt(101), lately()));
            case 6 -> tell(new Fact.CourseFinished(School.course(course()), School.person(person()), lately()));
            case 7, 16 -> tell(new Fact.Left(School.course(course()), School.person(person()), lately()));
            case 8 -> tell(describes());
            case 9 -> school.archive.record(sent.isEmpty() ? delivery(joins()) : sent.get(random.nextInt(sent.size())));
            case 10 -> school.now = school.now.plus(Duration.ofHours(random.nextInt(240)));
            case 11 -> school.work();
            case 12, 13 -> call();
            case 14 -> answer();
            default -> die();
        }
    }

    private Fact joins() {
        CourseRole role = random.nextInt(12) == 0 ? CourseRole.INSTRUCTOR : CourseRole.LEARNER;
        return random.nextBoolean()
                ? new Fact.Enrolled(School.course(course()), School.person(person()), Identity.UNKNOWN, role, lately())
                : new Fact.Launched(School.course(course()), School.person(person()), Identity.UNKNOWN, role, lately());
    }

    private Fact describes() {
        LocalDate start = school.now.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().plusDays(random.nextInt(40) - 20);
        return new Fact.CourseDescribed(School.course(course()), "C", random.nextInt(3) == 0 ? null : start,
                random.nextInt(3) == 0 ? null : start.plusDays(random.nextInt(60)), lately());
    }

    private void call() {
        List<Obligation> queue = school.revisits.queue(TENANT, null, null, 50).items();
        if (queue.isEmpty()) {
            return;
        }
        Outcome outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
        Instant callBack = outcome == Outcome.CALL_BACK ? school.now.plus(Duration.ofHours(random.nextInt(100))) : null;
        var attempt = new Attempt(UUID.randomUUID(), School.AGENT, outcome, "", callBack, school.now);
        UUID obligation = queue.get(random.nextInt(queue.size())).id();
        for (int i = 0; i <= random.nextInt(2); i++) {
            school.revisits.handIn(TENANT, obligation, attempt);
        }
        attempts.add(attempt);
    }

    private void answer() {
        school.revisits.list(TENANT, null, "mid", null, null, 100).items().stream().skip(random.nextInt(10)).findFirst()
                .map(o -> new Tokens(school.store).of(o.id()))
                .ifPresent(token -> school.questionnaires.handIn(token, new Answers(3, 7, "")));
    }

    /** A process dies: in the middle of a stretch of the timeline, or between telling the archive and noting it. */
    private void die() {
        if (random.nextBoolean()) {
            school.store.ofAll(sql -> Outbox.oldest(sql, 20)).forEach(told -> school.archive.record(told.delivery()));
            return;
        }
        String cursor = school.store.ofAll(FollowTimeline.CURSOR::read);
        Tail tail = school.archive.tail(cursor, 1 + random.nextInt(30));
        try {
            school.store.ofAll(sql -> {
                FollowTimeline.CURSOR.move(sql, cursor, tail.cursor());
                new Following(sql, tenant -> new Planning(ZoneId.of("Asia/Shanghai")), school.now, school.owners)
                        .of(tail.entries());
                throw new Killed();
            });
        } catch (Killed expected) {
            assertThat(school.store.ofAll(FollowTimeline.CURSOR::read).equals(cursor)).isTrue();
        }
    }

    private void check(String when) throws Exception {
        assertThat(school.missing()).as(when).isZero();
        assertThat(school.rows("select id from revisit.outbox")).as(when).isEmpty();
        Set<String> roster = new HashSet<>();
        for (Course course : school.archive.courses(TENANT)) {
            for (RosterEntry entry : school.archive.roster(TENANT, course.id(), null, 500).items()) {
                roster.add(course.id() + "/" + entry.learner());
                // Who left or taught, and came back as a learner who has finished, is not asked anew: the first reason
                // stands.
                Set<String> reasons = entry.enrolment().stage() == Stage.FINISHED
                        ? Set.of("finished", "left", "role")
                        : Set.of("finished");
                assertThat(obligations(entry.learner(), course.id())).as(when).hasSize(3)
                        .noneMatch(o -> o.state() == State.EXEMPT && !reasons.contains(o.reason()));
            }
        }
        for (Obligation o : school.revisits.list(TENANT, null, null, null, null, 500).items()) {
            boolean there = roster.contains(o.course() + "/" + o.learner());
            assertThat(there || !o.state().open() || o.step().equals("end")).as(when + ": " + o).isTrue();
            checkTold(o, when);
        }
    }

    private void checkTold(Obligation o, String when) {
        List<Fact> facts = new ArrayList<>();
        for (TimelineEntry entry : school.archive.timeline(TENANT, o.learner(), null, 500).items()) {
            if (entry.fact() instanceof Fact.FromHuifang own && own.obligation().equals(o.id())) {
                facts.addFirst(entry.fact());
            }
        }
        assertThat(facts).as(when + ": once for each attempt").filteredOn(Fact.Revisited.class::isInstance)
                .hasSize(o.attempts().size());
        assertThat(facts).as(when).filteredOn(Fact.Answered.class::isInstance)
                .hasSize(o.step().equals("mid") && o.state() == State.DONE ? 1 : 0);
        if (o.state() == State.DUE || o.state() == State.OVERDUE) {
            assertThat(school.now).as(when).isAfterOrEqualTo(o.attempts().isEmpty() ? o.opens() : Instant.MIN);
            assertThat(facts.stream().filter(Fact.FellDue.class::isInstance).map(f -> ((Fact.FellDue) f).due()))
                    .as(when + ": the archive knows the promise").last().isEqualTo(o.due());
        }
    }

    private List<Obligation> obligations(UUID learner, UUID course) {
        return school.revisits.of(TENANT, List.of(learner)).stream().filter(o -> o.course().equals(course)).toList();
    }

    private void tell(Fact fact) {
        Delivery delivery = delivery(fact);
        sent.add(delivery);
        school.archive.record(delivery);
    }

    private Delivery delivery(Fact fact) {
        return new Delivery(TENANT, "platform:1", UUID.randomUUID().toString(), List.of(fact));
    }

    /** Facts arrive in another order than they happened. */
    private Instant lately() {
        return school.now.minusSeconds(random.nextInt(200_000));
    }

    private String person() {
        return "p" + random.nextInt(9);
    }

    private String course() {
        return "c" + random.nextInt(2);
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
