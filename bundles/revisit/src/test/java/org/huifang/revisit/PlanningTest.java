// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import org.huifang.api.revisit.PlannedStep;
import org.junit.jupiter.api.Test;

class PlanningTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final PlannedStep FIRST = DefaultPlan.STEPS.get(0);
    private static final PlannedStep MID = DefaultPlan.STEPS.get(1);
    private static final PlannedStep END = DefaultPlan.STEPS.get(2);
    private static final Instant JOINED = at("2026-03-02T10:00");
    private static final Progress LEARNING = new Progress(JOINED, null, null);
    private static final CourseDates MARCH = new CourseDates(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 28));

    private final Planning planning = new Planning(SHANGHAI);

    @Test
    void the_first_revisit_opens_a_day_after_the_start_and_is_due_within_a_week() {
        assertThat(planning.window(FIRST, LEARNING, CourseDates.UNKNOWN))
                .isEqualTo(new Window(at("2026-03-03T10:00"), at("2026-03-09T10:00")));
    }

    @Test
    void who_joins_before_the_first_day_starts_at_midnight_of_that_day_in_the_schools_zone() {
        assertThat(planning.window(FIRST, LEARNING, MARCH))
                .isEqualTo(new Window(at("2026-03-10T00:00"), at("2026-03-16T00:00")));
    }

    @Test
    void a_course_without_dates_is_taken_to_last_eight_weeks() {
        assertThat(planning.window(MID, LEARNING, CourseDates.UNKNOWN).opens()).isEqualTo(at("2026-03-30T10:00"));
        assertThat(planning.window(END, LEARNING, CourseDates.UNKNOWN))
                .isEqualTo(new Window(at("2026-05-04T10:00"), at("2026-05-18T10:00")));
    }

    @Test
    void the_survey_opens_at_half_of_a_dated_course() {
        assertThat(planning.window(MID, LEARNING, MARCH))
                .isEqualTo(new Window(at("2026-03-19T00:00"), at("2026-03-26T00:00")));
    }

    @Test
    void the_survey_opens_as_soon_as_half_is_completed_if_that_is_earlier() {
        Instant halfway = at("2026-03-12T21:30");
        assertThat(planning.window(MID, new Progress(JOINED, halfway, null), MARCH).opens()).isEqualTo(halfway);
        Instant tooLate = at("2026-03-25T21:30");
        assertThat(planning.window(MID, new Progress(JOINED, tooLate, null), MARCH).opens())
                .isEqualTo(at("2026-03-19T00:00"));
    }

    @Test
    void the_survey_of_one_who_finishes_early_opens_at_the_finish() {
        Instant finished = at("2026-03-11T08:00");
        assertThat(planning.window(MID, new Progress(JOINED, null, finished), MARCH))
                .isEqualTo(new Window(finished, at("2026-03-18T08:00")));
    }

    @Test
    void the_last_revisit_opens_a_week_after_the_finish_and_else_after_the_last_day() {
        assertThat(planning.window(END, new Progress(JOINED, null, at("2026-03-20T18:00")), MARCH))
                .isEqualTo(new Window(at("2026-03-27T18:00"), at("2026-04-10T18:00")));
        assertThat(planning.window(END, LEARNING, MARCH).opens()).isEqualTo(at("2026-04-05T00:00"));
    }

    @Test
    void who_joins_after_the_last_day_has_eight_weeks_of_their_own() {
        Progress late = new Progress(at("2026-06-01T09:00"), null, null);
        assertThat(planning.window(END, late, MARCH).opens()).isEqualTo(at("2026-08-03T09:00"));
    }

    @Test
    void summer_time_moves_no_hour() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant joined = ZonedDateTime.of(2026, 3, 27, 19, 0, 0, 0, berlin).toInstant();
        Window window = new Planning(berlin).window(FIRST, new Progress(joined, null, null), CourseDates.UNKNOWN);
        assertThat(window.due()).isEqualTo(ZonedDateTime.of(2026, 4, 3, 19, 0, 0, 0, berlin).toInstant());
    }

    @Test
    void whatever_the_dates_nothing_opens_before_the_learner_joined_or_is_due_before_it_opens() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            LocalDate start = random.nextInt(4) == 0 ? null : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
            LocalDate end = random.nextInt(4) == 0 ? null : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400));
            Instant joined = JOINED.plusSeconds(random.nextInt(20_000_000));
            Instant halfway = random.nextBoolean() ? null : joined.plusSeconds(random.nextInt(9_000_000));
            Instant finished = random.nextBoolean() ? null : joined.plusSeconds(random.nextInt(9_000_000));
            for (PlannedStep step : DefaultPlan.STEPS) {
                Window window = planning.window(step, new Progress(joined, halfway, finished),
                        new CourseDates(start, end));
                assertThat(window.opens()).as("seed %d, try %d", seed, i).isAfterOrEqualTo(joined);
                assertThat(window.due()).as("seed %d, try %d", seed, i).isAfter(window.opens());
            }
        }
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
