// SPDX-License-Identifier: Apache-2.0
package org.huifang.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.calendar.Blackout;
import org.huifang.api.calendar.Calendars;
import org.huifang.api.calendar.ContactHours;
import org.huifang.api.calendar.ContactHours.Barrier;
import org.huifang.api.calendar.WorkCalendar;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What users of comparable systems complain about (REQUIREMENTS), as far as it is a matter of calendars. */
class ComplaintsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final TestDatabase DATABASE = TestDatabase.start();
    private static final CalendarStore STORE = new CalendarStore(DATABASE);

    private final Calendars calendars = new StoredCalendars(STORE, new Announcer(),
            () -> Instant.parse("2026-03-01T00:00:00Z"));

    @AfterAll
    static void close() {
        STORE.close();
        DATABASE.close();
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    /** Complaint 8: "one hour late unless UTC". */
    @Test
    void complaint_8_reminders_keep_the_local_hour_over_dst() {
        ContactHours hours = calendars.hours(TenantId.DEFAULT, "email");
        for (String name : new String[]{"Europe/Berlin", "America/New_York", "Asia/Kolkata", "Asia/Shanghai"}) {
            ZoneId zone = ZoneId.of(name);
            for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() == 2026; day = day.plusDays(1)) {
                Instant midnight = day.atStartOfDay(zone).toInstant();

                assertThat(hours.next(midnight, midnight.plus(Duration.ofDays(1)), zone, null))
                        .as("%s in %s", day, zone)
                        .contains(day.atTime(8, 0).atZone(zone).toInstant());
            }
        }
    }

    /** Complaint 9: quiet hours and holidays, asked for since 2015. */
    @Test
    void complaint_9_quiet_hours_and_holidays_hold() {
        calendars.setBlackout(TenantId.DEFAULT,
                new Blackout(UUID.randomUUID(), "exams", LocalDate.parse("2026-06-15"), LocalDate.parse("2026-06-18"),
                        null));
        ContactHours hours = calendars.hours(TenantId.DEFAULT, "phone");

        assertThat(hours.barrier(at("2026-03-02T21:00", SHANGHAI), SHANGHAI, null)).contains(Barrier.QUIET_HOURS);
        assertThat(hours.barrier(at("2026-03-02T07:59", SHANGHAI), SHANGHAI, null)).contains(Barrier.QUIET_HOURS);
        assertThat(hours.barrier(at("2026-03-02T13:00", SHANGHAI), SHANGHAI, null)).contains(Barrier.REST);
        assertThat(hours.barrier(at("2026-02-17T10:00", SHANGHAI), SHANGHAI, null)).contains(Barrier.HOLIDAY);
        assertThat(hours.barrier(at("2026-02-28T10:00", SHANGHAI), SHANGHAI, null)).isEmpty();
        // a week of exams, the three days of 端午节, and it is Monday
        assertThat(hours.next(at("2026-06-14T20:00", SHANGHAI), at("2026-07-01T00:00", SHANGHAI), SHANGHAI, null))
                .contains(at("2026-06-22T08:00", SHANGHAI));
        // by the clock of the person, wherever the school is
        ZoneId newYork = ZoneId.of("America/New_York");
        assertThat(hours.barrier(at("2026-03-03T10:00", SHANGHAI), newYork, null)).contains(Barrier.QUIET_HOURS);
    }

    /** Complaint 15: "SLA counts holidays/lunch wrongly". */
    @Test
    void complaint_15_an_sla_counts_neither_holidays_nor_lunch() {
        WorkCalendar work = calendars.work(TenantId.DEFAULT);
        Duration day = Duration.ofHours(7);

        // Friday before noon, over the noon rest
        assertThat(work.plus(at("2026-03-06T11:00", SHANGHAI), Duration.ofHours(2)))
                .isEqualTo(at("2026-03-06T15:00", SHANGHAI));
        // Spring Festival 2026: Saturday 14 February is worked, 15 to 23 February are free
        assertThat(work.plus(at("2026-02-13T18:00", SHANGHAI), day.multipliedBy(2)))
                .isEqualTo(at("2026-02-24T18:00", SHANGHAI));
        assertThat(work.between(at("2026-02-14T18:00", SHANGHAI), at("2026-02-24T09:00", SHANGHAI))).isZero();
        // National Day 2025: eight days free, Sunday 28 September and Saturday 11 October worked
        assertThat(work.between(at("2025-09-27T00:00", SHANGHAI), at("2025-10-13T00:00", SHANGHAI)))
                .isEqualTo(day.multipliedBy(3 + 3));
        assertThat(work.plusDays(LocalDate.parse("2024-02-09"), 1)).isEqualTo("2024-02-18");
    }
}
