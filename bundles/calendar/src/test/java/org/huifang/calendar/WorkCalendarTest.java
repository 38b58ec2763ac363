// SPDX-License-Identifier: Apache-2.0
package org.huifang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.huifang.api.calendar.CalendarDay;
import org.huifang.api.calendar.Span;
import org.huifang.api.calendar.WorkCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkCalendarTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    private static WorkCalendar daily(ZoneId zone, String hours) {
        List<Span> spans = Hours.read(hours);
        return new WorkCalendar(zone, Map.of(DayOfWeek.SUNDAY, spans, DayOfWeek.MONDAY, spans, DayOfWeek.TUESDAY, spans,
                DayOfWeek.WEDNESDAY, spans, DayOfWeek.THURSDAY, spans, DayOfWeek.FRIDAY, spans, DayOfWeek.SATURDAY,
                spans), Map.of());
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
            // the clock goes from 02:00 to 03:00
            "2026-03-29, 01:00-04:00, 120", "2026-03-29, 02:00-03:00, 0", "2026-03-29, 02:30-03:15, 15",
            "2026-03-29, 02:15-02:45, 0", "2026-03-29, 02:30-24:00, 1260",
            // the clock goes from 03:00 back to 02:00
            "2026-10-25, 01:00-04:00, 240", "2026-10-25, 01:00-02:30, 90", "2026-10-25, 02:30-03:00, 90",
            "2026-10-25, 00:00-24:00, 1500", "2028-02-29, 00:00-24:00, 1440"})
    void a_day_on_which_the_clocks_change_has_as_much_work_as_the_clock_shows(LocalDate day, String hours,
            long minutes) {
        WorkCalendar calendar = daily(BERLIN, hours);

        assertThat(calendar.between(day.atStartOfDay(BERLIN).toInstant(),
                day.plusDays(1).atStartOfDay(BERLIN).toInstant()))
                .isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void two_parts_of_a_night_on_which_the_clock_goes_back_count_once() {
        WorkCalendar calendar = daily(BERLIN, "01:00-02:30 02:30-04:00");

        assertThat(calendar.between(at("2026-10-25T00:00", BERLIN), at("2026-10-26T00:00", BERLIN)))
                .isEqualTo(Duration.ofHours(4));
    }

    @Test
    void a_zone_half_an_hour_off_counts_by_its_own_clock() {
        WorkCalendar calendar = daily(KOLKATA, "09:30-12:00");

        assertThat(calendar.plus(at("2026-02-28T11:45", KOLKATA), Duration.ofMinutes(30)))
                .isEqualTo(at("2026-03-01T09:45", KOLKATA));
        assertThat(calendar.works(Instant.parse("2026-03-02T04:00:00Z"))).isTrue();
        assertThat(calendar.works(Instant.parse("2026-03-02T03:59:59Z"))).isFalse();
    }

    @Test
    void work_until_the_end_of_the_day_goes_on_at_midnight() {
        WorkCalendar calendar = daily(SHANGHAI, "00:00-06:00 22:00-24:00");

        assertThat(calendar.plus(at("2028-02-28T23:00", SHANGHAI), Duration.ofHours(3)))
                .isEqualTo(at("2028-02-29T02:00", SHANGHAI));
        assertThat(calendar.works(at("2028-02-28T23:59:59.999999999", SHANGHAI))).isTrue();
    }

    @Test
    void no_work_is_done_at_once_and_work_in_the_past_too() {
        WorkCalendar calendar = daily(SHANGHAI, "09:00-12:00");
        Instant night = at("2026-03-02T22:00", SHANGHAI);

        assertThat(calendar.plus(night, Duration.ZERO)).isEqualTo(night);
        assertThat(calendar.plus(night, Duration.ofHours(-1))).isEqualTo(night);
        assertThat(calendar.between(night, night.minusSeconds(1))).isZero();
        assertThat(calendar.between(night, night.minus(300, ChronoUnit.DAYS))).isZero();
    }

    @Test
    void a_due_time_is_the_end_of_the_day_that_completes_it_and_not_the_next_morning() {
        WorkCalendar calendar = daily(SHANGHAI, "09:00-12:00 14:00-18:00");

        assertThat(calendar.plus(at("2026-03-02T09:00", SHANGHAI), Duration.ofHours(7)))
                .isEqualTo(at("2026-03-02T18:00", SHANGHAI));
    }

    @Test
    void working_days_are_counted_and_none_is_the_day_itself() {
        var calendar = new WorkCalendar(SHANGHAI, Map.of(DayOfWeek.MONDAY, Hours.read("09:00-12:00")),
                Map.of(LocalDate.parse("2026-03-09"),
                        new CalendarDay(LocalDate.parse("2026-03-09"), "free", List.of(), "test")));

        assertThat(calendar.plusDays(LocalDate.parse("2026-03-02"), 0)).isEqualTo("2026-03-02");
        assertThat(calendar.plusDays(LocalDate.parse("2026-03-02"), 2)).isEqualTo("2026-03-23");
    }

    @Test
    void a_calendar_without_work_says_so_instead_of_naming_a_day() {
        var calendar = new WorkCalendar(SHANGHAI, Map.of(), Map.of());

        assertThatThrownBy(() -> calendar.plusDays(LocalDate.parse("2026-03-02"), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calendar.plus(Instant.EPOCH, Duration.ofMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hours_that_overlap_or_are_out_of_order_are_refused() {
        List<Span> overlapping = List.of(new Span(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                new Span(LocalTime.of(11, 0), LocalTime.of(13, 0)));

        assertThatThrownBy(() -> new WorkCalendar(BERLIN, Map.of(DayOfWeek.MONDAY, overlapping), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CalendarDay(LocalDate.EPOCH, "day", overlapping, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-28", "2026-10-24", "2026-03-07", "2026-10-31", "2028-02-28", "2026-04-04",
            "2026-10-03"})
    void working_time_is_what_one_gets_by_counting_minutes(LocalDate around) {
        long seed = Made.seed();
        System.out.println("working time by minutes around " + around + ": seed " + seed);
        var made = new Made(new Random(seed), around);
        for (int n = 0; n < 20; n++) {
            WorkCalendar calendar = made.work();
            Instant from = around.minusDays(1).atStartOfDay(calendar.zone()).toInstant()
                    .plus(made.random().nextInt(1440), ChronoUnit.MINUTES);
            Instant to = from.plus(made.random().nextInt(4 * 1440), ChronoUnit.MINUTES);
            long minutes = 0;
            for (Instant at = from; at.isBefore(to); at = at.plus(1, ChronoUnit.MINUTES)) {
                minutes += calendar.works(at) ? 1 : 0;
            }

            assertThat(calendar.between(from, to)).as("seed %s, calendar %s", seed, calendar)
                    .isEqualTo(Duration.ofMinutes(minutes));
        }
    }

    @Test
    void adding_work_and_counting_it_are_inverse() {
        long seed = Made.seed();
        System.out.println("work added and counted: seed " + seed);
        var random = new Random(seed);
        for (int n = 0; n < 3_000; n++) {
            var made = new Made(random, LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1_000)));
            WorkCalendar calendar = made.work();
            Instant from = made.around().atStartOfDay(calendar.zone()).toInstant().plusSeconds(random.nextInt(86_400));
            Duration work = Duration.ofSeconds(random.nextInt(200_000));

            Instant done = calendar.plus(from, work);

            assertThat(calendar.between(from, done)).as("seed %s, case %s, %s", seed, n, calendar).isEqualTo(work);
            if (work.isPositive()) {
                assertThat(calendar.between(from, done.minusNanos(1))).as("the first such moment: seed %s", seed)
                        .isEqualTo(work.minusNanos(1));
            }
        }
    }
}
