// SPDX-License-Identifier: Apache-2.0
package org.huifang.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.calendar.Blackout;
import org.huifang.api.calendar.CalendarDay;
import org.huifang.api.calendar.ContactHours;
import org.huifang.api.calendar.ContactHours.Barrier;
import org.huifang.api.calendar.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static ContactHours hours(String allowed, String rest) {
        return new ContactHours("phone", Hours.read(allowed), Hours.read(rest), true, Map.of(), Set.of(), List.of());
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static Optional<Instant> next(ContactHours hours, Instant from, ZoneId zone) {
        return hours.next(from, from.plus(Duration.ofDays(30)), zone, null);
    }

    @Test
    void the_first_and_the_last_moment_of_a_part_of_the_day_are_told_apart() {
        ContactHours hours = hours("08:00-21:00", "12:00-14:00");

        assertThat(hours.barrier(at("2026-03-02T08:00", NEW_YORK), NEW_YORK, null)).isEmpty();
        assertThat(hours.barrier(at("2026-03-02T11:59:59.999999999", NEW_YORK), NEW_YORK, null)).isEmpty();
        assertThat(hours.barrier(at("2026-03-02T12:00", NEW_YORK), NEW_YORK, null)).contains(Barrier.REST);
        assertThat(hours.barrier(at("2026-03-02T14:00", NEW_YORK), NEW_YORK, null)).isEmpty();
        assertThat(hours.barrier(at("2026-03-02T21:00", NEW_YORK), NEW_YORK, null)).contains(Barrier.QUIET_HOURS);
    }

    @Test
    void a_whole_day_has_no_hole_at_its_end() {
        assertThat(new Span(java.time.LocalTime.MIN, java.time.LocalTime.MAX).holds(java.time.LocalTime.MAX)).isTrue();
        assertThat(hours("00:00-24:00", "").barrier(at("2026-03-02T23:59:59.999999999", BERLIN), BERLIN, null))
                .isEmpty();
    }

    @Test
    void a_rest_until_the_end_of_the_day_is_over_at_midnight() {
        ContactHours hours = hours("00:00-24:00", "20:00-24:00");

        assertThat(next(hours, at("2026-03-02T20:30", BERLIN), BERLIN)).contains(at("2026-03-03T00:00", BERLIN));
    }

    @Test
    void a_beginning_that_the_change_to_summer_time_skips_is_the_change() {
        ContactHours hours = hours("02:30-05:00", "");

        assertThat(next(hours, at("2026-03-29T00:00", BERLIN), BERLIN)).contains(at("2026-03-29T03:00", BERLIN));
    }

    @Test
    void an_hour_that_comes_twice_is_permitted_twice() {
        ContactHours hours = hours("01:00-02:30", "");
        Instant betweenTheTwo = Instant.parse("2026-10-25T00:45:00Z");

        assertThat(hours.barrier(betweenTheTwo, BERLIN, null)).contains(Barrier.QUIET_HOURS);
        assertThat(next(hours, betweenTheTwo, BERLIN)).contains(Instant.parse("2026-10-25T01:00:00Z"));
    }

    @Test
    void a_free_day_is_free_unless_it_is_worked_and_a_working_day_is_free_on_a_holiday() {
        LocalDate saturday = LocalDate.parse("2026-02-28");
        LocalDate monday = LocalDate.parse("2026-02-23");
        var hours = new ContactHours("phone", Hours.read("08:00-21:00"), List.of(), false,
                Map.of(saturday, new CalendarDay(saturday, "春节", Hours.read("09:00-18:00"), "notice"), monday,
                        new CalendarDay(monday, "春节", List.of(), "notice")),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of());

        assertThat(hours.barrier(at("2026-02-28T10:00", BERLIN), BERLIN, null)).isEmpty();
        assertThat(hours.barrier(at("2026-03-07T10:00", BERLIN), BERLIN, null)).contains(Barrier.HOLIDAY);
        assertThat(hours.barrier(at("2026-02-23T10:00", BERLIN), BERLIN, null)).contains(Barrier.HOLIDAY);
        assertThat(next(hours, at("2026-02-21T07:00", BERLIN), BERLIN)).contains(at("2026-02-24T08:00", BERLIN));
    }

    @Test
    void an_exam_week_of_one_course_spares_those_of_that_course_only() {
        UUID other = UUID.randomUUID();
        var week = new Blackout(UUID.randomUUID(), "exams", LocalDate.parse("2026-06-01"),
                LocalDate.parse("2026-06-07"),
                Made.COURSE);
        var hours = new ContactHours("phone", Hours.read("08:00-21:00"), List.of(), true, Map.of(), Set.of(),
                List.of(week));
        Instant from = at("2026-06-01T00:00", NEW_YORK);

        assertThat(hours.next(from, from.plus(Duration.ofDays(30)), NEW_YORK, Made.COURSE))
                .contains(at("2026-06-08T08:00", NEW_YORK));
        assertThat(hours.next(from, from.plus(Duration.ofDays(30)), NEW_YORK, other))
                .contains(at("2026-06-01T08:00", NEW_YORK));
        assertThat(hours.barrier(at("2026-06-07T20:59", NEW_YORK), NEW_YORK, Made.COURSE)).contains(Barrier.BLACKOUT);
    }

    @Test
    void there_is_no_next_moment_at_or_after_the_end_of_what_was_asked_for() {
        ContactHours hours = hours("08:00-21:00", "");
        Instant noon = at("2026-03-02T12:00", BERLIN);
        Instant night = at("2026-03-02T23:00", BERLIN);

        assertThat(hours.next(noon, noon, BERLIN, null)).isEmpty();
        assertThat(hours.next(night, at("2026-03-03T08:00", BERLIN), BERLIN, null)).isEmpty();
        assertThat(hours.next(night, at("2026-03-03T08:00:01", BERLIN), BERLIN, null))
                .contains(at("2026-03-03T08:00", BERLIN));
        assertThat(hours.next(night, noon, BERLIN, null)).isEmpty();
        assertThat(hours("", "").next(noon, noon.plus(Duration.ofDays(5_000)), BERLIN, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-28", "2026-10-24", "2026-03-07", "2026-10-31", "2028-02-28", "2026-04-04",
            "2026-10-03"})
    void the_next_moment_is_permitted_and_none_before_it_is(LocalDate around) {
        long seed = Made.seed();
        System.out.println("next moment by minutes around " + around + ": seed " + seed);
        var made = new Made(new Random(seed), around);
        int found = 0;
        for (int n = 0; n < 200; n++) {
            ContactHours hours = made.contact();
            ZoneId zone = made.zone();
            @Nullable
            UUID course = made.random().nextBoolean() ? null : Made.COURSE;
            Instant from = around.minusDays(1).atStartOfDay(zone).toInstant()
                    .plus(made.random().nextInt(2 * 1440), ChronoUnit.MINUTES);
            Instant before = from.plus(made.random().nextInt(6 * 1440), ChronoUnit.MINUTES);

            Optional<Instant> next = hours.next(from, before, zone, course);

            assertThat(next).as("seed %s, case %s, %s in %s from %s", seed, n, hours, zone, from)
                    .isEqualTo(byMinutes(hours, from, before, zone, course));
            next.ifPresent(at -> assertThat(hours.barrier(at, zone, course)).isEmpty());
            found += next.isPresent() ? 1 : 0;
        }
        assertThat(found).as("cases that say something").isBetween(20, 199);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-28", "2026-10-24", "2026-03-07", "2026-10-31", "2028-02-28", "2026-04-04",
            "2026-10-03"})
    void a_permitted_time_goes_on_until_it_is_not_permitted_or_the_day_ends(LocalDate around) {
        long seed = Made.seed();
        System.out.println("end of a permitted time around " + around + ": seed " + seed);
        var made = new Made(new Random(seed), around);
        int permitted = 0;
        for (int n = 0; n < 200; n++) {
            ContactHours some = made.contact();
            var hours = new ContactHours("phone", some.allowed(), some.rest(), true, Map.of(), Set.of(), List.of());
            ZoneId zone = made.zone();
            Instant from = around.atStartOfDay(zone).toInstant().plus(made.random().nextInt(2 * 1440),
                    ChronoUnit.MINUTES);
            if (hours.barrier(from, zone, null).isPresent()) {
                continue;
            }
            permitted++;
            Instant midnight = LocalDate.ofInstant(from, zone).plusDays(1).atStartOfDay(zone).toInstant();
            Instant end = from;
            while (end.isBefore(midnight) && hours.barrier(end, zone, null).isEmpty()) {
                end = end.plus(1, ChronoUnit.MINUTES);
            }

            assertThat(hours.until(from, zone)).as("seed %s, case %s, %s in %s from %s", seed, n, hours, zone, from)
                    .isEqualTo(end);
        }
        assertThat(permitted).as("cases that say something").isGreaterThan(20);
    }

    private static Optional<Instant> byMinutes(ContactHours hours, Instant from, Instant before, ZoneId zone,
            @Nullable UUID course) {
        for (Instant at = from; at.isBefore(before); at = at.plus(1, ChronoUnit.MINUTES)) {
            if (hours.barrier(at, zone, course).isEmpty()) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
