// SPDX-License-Identifier: Apache-2.0
package org.huifang.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.evaluation.Counts;
import org.huifang.api.evaluation.Estimate;
import org.huifang.api.evaluation.Reading;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.State;
import org.huifang.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowingTest {
    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");
    private static final Instant DUE = MONDAY.plus(Duration.ofDays(7));
    private static final UUID COURSE = UUID.randomUUID();

    private final TestDatabase database = TestDatabase.start();
    private final EvaluationStore store = new EvaluationStore(database);
    private Instant now = MONDAY;

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void what_fell_due_is_counted_and_its_deadline_passes_with_the_clock() {
        UUID done = UUID.randomUUID();
        take(fellDue(done), fellDue(UUID.randomUUID()), fellDue(UUID.randomUUID()), revisited(done, State.DONE, DUE));
        assertThat(counts("first")).extracting(Counts::fellDue, Counts::done, Counts::deadlinePassed,
                Counts::doneInTime).containsExactly(3L, 1L, 1L, 1L);
        now = DUE.plusSeconds(1);
        assertThat(counts("first").deadlinePassed()).isEqualTo(3);
    }

    @Test
    void late_is_done_and_not_in_time() {
        UUID late = UUID.randomUUID();
        take(fellDue(late), revisited(late, State.DONE, DUE.plusSeconds(1)));
        assertThat(counts("first").done()).isEqualTo(1);
        assertThat(counts("first").doneInTime()).isZero();
    }

    @Test
    void declined_fell_due_and_is_not_done() {
        UUID declined = UUID.randomUUID();
        take(fellDue(declined), revisited(declined, State.DECLINED, MONDAY));
        assertThat(counts("first").fellDue()).isEqualTo(1);
        assertThat(counts("first").done()).isZero();
    }

    @Test
    void exempt_is_left_out_of_all_others_until_it_is_owed_again() {
        UUID gone = UUID.randomUUID();
        UUID learner = UUID.randomUUID();
        take(new Fact.FellDue(learner, COURSE, gone, "first", DUE, MONDAY),
                new Fact.Exempted(learner, COURSE, gone, "first", "left", MONDAY.plusSeconds(5)));
        assertThat(counts("first")).extracting(Counts::fellDue, Counts::exempt).containsExactly(0L, 1L);
        store.ofAll(sql -> {
            Projection.take(sql.connection(), List.of(new TimelineEntry(TENANT, 9, learner, COURSE,
                    new Fact.Launched(new CourseKey("p", "c"), new PersonKey("p", "l"), Identity.UNKNOWN,
                            CourseRole.LEARNER, MONDAY.plusSeconds(60)),
                    "p", MONDAY)));
            return true;
        });
        assertThat(counts("first")).extracting(Counts::fellDue, Counts::exempt)
                .as("who opens the course page has not been taken back").containsExactly(0L, 1L);
        take(new Fact.OwedAgain(learner, COURSE, gone, "first", null, MONDAY.plusSeconds(90)));
        assertThat(counts("first")).extracting(Counts::fellDue, Counts::exempt).containsExactly(1L, 0L);
    }

    @Test
    void answers_are_counted_once_however_often_and_in_whatever_order_facts_come() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            UUID id = UUID.randomUUID();
            facts.add(new Fact.FellDue(id, COURSE, id, "mid", DUE, MONDAY));
            facts.add(answered(id, 1 + i % 5, i % 11));
        }
        for (int round = 0; round < 3; round++) {
            Collections.shuffle(facts, random);
            take(facts.toArray(Fact[]::new));
        }
        Counts counts = counts("mid");
        assertThat(counts.satisfaction()).as("seed %d", seed).containsExactly(12L, 12L, 12L, 12L, 12L);
        assertThat(counts.recommendation()).hasSize(11).allMatch(n -> n == 5 || n == 6);
        assertThat(counts).extracting(Counts::fellDue, Counts::done, Counts::doneInTime).containsExactly(60L, 60L, 60L);
    }

    @Test
    void not_saying_is_an_answer_without_numbers() {
        UUID id = UUID.randomUUID();
        take(answered(id, null, null));
        assertThat(counts("mid").done()).isEqualTo(1);
        assertThat(counts("mid").satisfaction()).containsOnly(0L);
    }

    @Test
    void tenants_and_courses_are_counted_apart() {
        take(fellDue(UUID.randomUUID()));
        List<Counts> elsewhere = store.of(new TenantId("other"),
                sql -> Counting.at(sql.connection(), new TenantId("other"), null, now));
        List<Counts> otherCourse = store.of(TENANT,
                sql -> Counting.at(sql.connection(), TENANT, UUID.randomUUID(), now));
        assertThat(elsewhere).isEmpty();
        assertThat(otherCourse).isEmpty();
    }

    @Test
    void readings_come_by_measure_and_step_and_a_failing_measure_harms_no_other() {
        for (int i = 0; i < 6; i++) {
            take(fellDue(UUID.randomUUID()), answered(UUID.randomUUID(), 5, 10));
        }
        var measuring = new MeasuringRevisits(store, () -> now);
        measuring.metrics = List.of(Map.entry(Map.of("metric.name", "csat", "metric.version", 2), new Satisfaction()),
                Map.entry(Map.of("metric.name", "broken"), new Broken()),
                Map.entry(Map.of("metric.name", "coverage"), new Coverage()));
        List<Reading> readings = measuring.readings(TENANT, COURSE).readings();
        assertThat(readings).extracting(r -> r.metric() + r.version() + r.step()).containsExactly("coverage1first",
                "coverage1mid", "csat2mid");
        assertThat(readings.getLast().estimate()).isEqualTo(Statistics.wilson(6, 6));
        assertThat(readings.getFirst().estimate()).isEqualTo(new Estimate.FullCount(0, 6));
    }

    @Test
    void complaint_13_the_answers_of_fewer_than_five_are_shown_beside_no_measure() {
        take(answered(UUID.randomUUID(), 1, 0));
        var measuring = new MeasuringRevisits(store, () -> now);
        measuring.metrics = List.of(Map.entry(Map.of("metric.name", "coverage"), new Coverage()),
                Map.entry(Map.of("metric.name", "csat"), new Satisfaction()));
        assertThat(measuring.readings(TENANT, null).readings()).hasSize(2)
                .allMatch(r -> r.counts().satisfaction().isEmpty() && r.counts().recommendation().isEmpty());
        for (int i = 0; i < 4; i++) {
            take(answered(UUID.randomUUID(), 5, null));
        }
        assertThat(measuring.readings(TENANT, null).readings().getLast().counts().satisfaction()).containsExactly(1L,
                0L,
                0L, 0L, 4L);
    }

    private void take(Fact... facts) {
        List<TimelineEntry> entries = new ArrayList<>();
        for (Fact fact : facts) {
            entries.add(new TimelineEntry(TENANT, entries.size(), UUID.randomUUID(), COURSE, fact, "revisit", MONDAY));
        }
        store.ofAll(sql -> {
            Projection.take(sql.connection(), entries);
            return true;
        });
    }

    private Counts counts(String step) {
        List<Counts> all = store.of(TENANT, sql -> Counting.at(sql.connection(), TENANT, COURSE, now));
        return all.stream().filter(c -> c.step().equals(step)).findFirst().orElseThrow();
    }

    private static Fact fellDue(UUID id) {
        return new Fact.FellDue(UUID.randomUUID(), COURSE, id, "first", DUE, MONDAY);
    }

    private static Fact revisited(UUID id, State state, Instant at) {
        return new Fact.Revisited(UUID.randomUUID(), COURSE, id, "first", Outcome.REACHED, state, "", UUID.randomUUID(),
                DUE, at);
    }

    private static Fact answered(UUID id, Integer satisfaction, Integer recommendation) {
        return new Fact.Answered(UUID.randomUUID(), COURSE, id, "mid", satisfaction, recommendation, "", DUE,
                MONDAY.plusSeconds(60));
    }

    private static final class Broken implements org.huifang.api.evaluation.EvaluationMetric {
        @Override
        public boolean appliesTo(Counts counts) {
            return true;
        }

        @Override
        public Estimate of(Counts counts) {
            throw new IllegalStateException("on purpose");
        }
    }
}
