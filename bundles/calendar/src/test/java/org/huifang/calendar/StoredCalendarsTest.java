// SPDX-License-Identifier: Apache-2.0
package org.huifang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.huifang.api.Change;
import org.huifang.api.TenantId;
import org.huifang.api.calendar.Blackout;
import org.huifang.api.calendar.CalendarDay;
import org.huifang.api.calendar.Cap;
import org.huifang.api.calendar.ContactHours.Barrier;
import org.huifang.api.calendar.Pack;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StoredCalendarsTest {
    private static final TestDatabase DATABASE = TestDatabase.start();
    private static final CalendarStore STORE = new CalendarStore(DATABASE);
    private static final LocalDate NATIONAL_DAY = LocalDate.parse("2026-10-01");
    private static final Cap DAILY = new Cap(null, null, 1, 1);
    private static final Cap WEEKLY = new Cap(null, null, 3, 7);
    private static final Cap CALLS = new Cap("phone", null, 5, 1);

    private final TenantId tenant = new TenantId("t-" + UUID.randomUUID());
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T00:00:00Z"));
    private final StoredCalendars calendars = new StoredCalendars(STORE, new Announcer(), now::get);

    @AfterAll
    static void close() {
        STORE.close();
        DATABASE.close();
    }

    @Test
    void every_year_has_the_days_that_the_state_council_announced() {
        assertThat(List.of(2024, 2025, 2026).stream().map(year -> calendars.days(tenant, year).stream()
                .filter(day -> !day.worked()).count()))
                .as("1+8+3+5+1+3+7, 1+8+3+5+3+8, 3+9+3+5+3+3+7 days").containsExactly(28L, 28L, 33L);
        assertThat(calendars.days(tenant, 2026).stream().filter(CalendarDay::worked).map(CalendarDay::day))
                .containsExactly(LocalDate.parse("2026-01-04"), LocalDate.parse("2026-02-14"),
                        LocalDate.parse("2026-02-28"), LocalDate.parse("2026-05-09"), LocalDate.parse("2026-09-20"),
                        LocalDate.parse("2026-10-10"));
        assertThat(calendars.days(tenant, 2025)).extracting(CalendarDay::because)
                .allSatisfy(because -> assertThat(because).contains("国务院办公厅关于2025年部分节假日安排的通知"));
        assertThat(calendars.days(tenant, 2027)).as("not announced, but fixed by law: 1+4+1+2+1+1+3 days").hasSize(13)
                .allMatch(CalendarDay::provisional).noneMatch(CalendarDay::worked);
    }

    @Test
    void a_year_of_which_no_holiday_is_announced_is_missed_from_november_on_until_somebody_enters_one() {
        assertThat(calendars.missing(tenant, LocalDate.parse("2026-10-31"))).isEmpty();
        assertThat(calendars.missing(tenant, LocalDate.parse("2026-11-01"))).hasValue(2027);
        assertThat(calendars.missing(tenant, LocalDate.parse("2027-02-01"))).hasValue(2027);
        calendars.setDay(tenant, new CalendarDay(LocalDate.parse("2027-01-01"), "元旦", List.of(), "2026-11-04"));
        assertThat(calendars.missing(tenant, LocalDate.parse("2027-02-01"))).isEmpty();
        calendars.choosePack(tenant, "us");
        assertThat(calendars.missing(tenant, LocalDate.parse("2026-12-01"))).as("a pack without holidays").isEmpty();
    }

    @Test
    void a_make_up_day_falls_on_a_weekend_and_has_the_hours_of_a_working_day() {
        for (int year = 2024; year <= 2026; year++) {
            assertThat(calendars.days(tenant, year)).filteredOn(CalendarDay::worked).isNotEmpty()
                    .allSatisfy(day -> {
                        assertThat(day.day().getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                        assertThat(Hours.write(day.hours())).isEqualTo("09:00-12:00 14:00-18:00");
                    });
        }
    }

    @Test
    void a_day_that_the_school_sets_stands_before_the_one_brought_until_it_is_taken_back() {
        var own = new CalendarDay(NATIONAL_DAY, "open day", Hours.read("10:00-24:00"), "the head");

        calendars.setDay(tenant, own);
        assertThat(calendars.work(tenant).works(NATIONAL_DAY)).isTrue();
        assertThat(calendars.days(tenant, 2026)).contains(own).hasSize(39);

        calendars.setDay(tenant, new CalendarDay(NATIONAL_DAY, "again", List.of(), "the head"));
        assertThat(calendars.days(tenant, 2026)).filteredOn(day -> day.day().equals(NATIONAL_DAY))
                .extracting(CalendarDay::name, CalendarDay::worked).containsExactly(tuple("again", false));

        calendars.removeDay(tenant, NATIONAL_DAY);
        assertThat(calendars.days(tenant, 2026)).filteredOn(day -> day.day().equals(NATIONAL_DAY))
                .extracting(CalendarDay::name).containsExactly("国庆节");
    }

    @Test
    void a_school_that_chose_nothing_has_one_contact_a_day_and_three_a_week_and_what_the_pack_says() {
        assertThat(calendars.caps(tenant)).containsExactly(DAILY, WEEKLY, CALLS);
    }

    @Test
    void caps_are_replaced_as_a_whole_and_those_of_the_pack_stay() {
        var ofTag = new Cap("wechat", "VIP", 2, 30);

        calendars.setCaps(tenant, List.of(ofTag, CALLS, ofTag));
        assertThat(calendars.caps(tenant)).containsExactly(ofTag, CALLS);

        calendars.setCaps(tenant, List.of());
        assertThat(calendars.caps(tenant)).as("none of its own, and not the usual ones either").containsExactly(CALLS);
        calendars.choosePack(tenant, "eu");
        assertThat(calendars.caps(tenant)).isEmpty();
    }

    @Test
    void each_pack_says_where_its_rules_are_from_and_when_that_was_read() {
        assertThat(calendars.packs()).extracting(Pack::name).containsExactly("cn-2026", "us", "eu");
        assertThat(calendars.packs()).allSatisfy(pack -> {
            assertThat(pack.asOf()).isEqualTo("2026-11-22");
            assertThat(pack.sources()).isNotEmpty();
            assertThat(pack.allowed()).containsKeys("phone", Pack.OTHERS);
        });
        assertThat(calendars.pack(tenant).banned()).containsOnlyKeys("sms");
        assertThat(calendars.pack(tenant).banned().get("sms")).contains("教育");
    }

    @Test
    void a_chosen_pack_brings_its_hours_and_leaves_the_holidays_of_another_country() {
        ZoneId newYork = ZoneId.of("America/New_York");
        Instant noon = NATIONAL_DAY.atTime(13, 0).atZone(newYork).toInstant();
        assertThat(calendars.hours(tenant, "phone").barrier(noon, newYork, null)).contains(Barrier.HOLIDAY);

        calendars.choosePack(tenant, "us");

        assertThat(calendars.pack(tenant).name()).isEqualTo("us");
        assertThat(calendars.days(tenant, 2026)).isEmpty();
        assertThat(calendars.hours(tenant, "phone").barrier(noon, newYork, null)).isEmpty();
        assertThatThrownBy(() -> calendars.choosePack(tenant, "mars")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_channel_that_no_pack_names_is_quiet_at_night_and_on_free_days_too() {
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        var unknown = calendars.hours(tenant, "pigeon");

        assertThat(unknown.barrier(LocalDate.parse("2026-03-02").atTime(3, 0).atZone(shanghai).toInstant(), shanghai,
                null)).contains(Barrier.QUIET_HOURS);
        assertThat(unknown.barrier(NATIONAL_DAY.atTime(10, 0).atZone(shanghai).toInstant(), shanghai, null))
                .contains(Barrier.HOLIDAY);
        assertThat(calendars.hours(tenant, "email").barrier(NATIONAL_DAY.atTime(10, 0).atZone(shanghai).toInstant(),
                shanghai, null)).isEmpty();
    }

    @Test
    void a_week_of_its_own_moves_the_free_days_and_the_hours_of_make_up_days() {
        ZoneId kolkata = ZoneId.of("Asia/Kolkata");
        calendars.setWeek(tenant, kolkata,
                Map.of(DayOfWeek.TUESDAY, Hours.read("10:00-16:00"), DayOfWeek.SATURDAY, Hours.read("08:00-09:00")));

        assertThat(calendars.work(tenant).zone()).isEqualTo(kolkata);
        assertThat(calendars.work(tenant).works(LocalDate.parse("2026-03-02"))).isFalse();
        assertThat(calendars.work(tenant).hours(LocalDate.parse("2026-02-28"))).isEqualTo(Hours.read("10:00-16:00"));
        assertThat(calendars.hours(tenant, "phone").freeDays()).contains(DayOfWeek.MONDAY, DayOfWeek.SUNDAY)
                .doesNotContain(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY);
        assertThatThrownBy(() -> calendars.setWeek(tenant, kolkata,
                Map.of(DayOfWeek.MONDAY, Hours.read("10:00-12:00 11:00-13:00"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void blackouts_are_added_changed_and_removed() {
        var exams = new Blackout(UUID.randomUUID(), "exams", LocalDate.parse("2026-06-01"),
                LocalDate.parse("2026-06-07"),
                UUID.randomUUID());
        var longer = new Blackout(exams.id(), "期末考试", exams.from(), exams.to().plusDays(3), null);

        calendars.setBlackout(tenant, exams);
        assertThat(calendars.blackouts(tenant)).containsExactly(exams);
        calendars.setBlackout(tenant, longer);
        assertThat(calendars.hours(tenant, "email").blackouts()).containsExactly(longer);
        calendars.removeBlackout(tenant, exams.id());
        assertThat(calendars.blackouts(tenant)).isEmpty();
    }

    @Test
    void schools_do_not_see_each_other() {
        var other = new TenantId("other-" + UUID.randomUUID().toString().substring(0, 8));
        var exams = new Blackout(UUID.randomUUID(), "exams", NATIONAL_DAY, NATIONAL_DAY, null);
        calendars.setBlackout(tenant, exams);
        calendars.setDay(tenant, new CalendarDay(LocalDate.parse("2027-05-04"), "ours", List.of(), "the head"));
        calendars.setCaps(tenant, List.of());

        assertThat(calendars.blackouts(other)).isEmpty();
        assertThat(calendars.days(other, 2027)).noneMatch(day -> day.name().equals("ours"));
        assertThat(calendars.caps(other)).contains(DAILY);
        calendars.removeBlackout(other, exams.id());
        assertThat(calendars.blackouts(tenant)).containsExactly(exams);
    }

    @Test
    void a_change_by_another_node_is_seen_within_half_a_minute() {
        var elsewhere = new StoredCalendars(STORE, new Announcer(), now::get);
        assertThat(elsewhere.blackouts(tenant)).isEmpty();

        calendars.setBlackout(tenant, new Blackout(UUID.randomUUID(), "exams", NATIONAL_DAY, NATIONAL_DAY, null));

        assertThat(calendars.blackouts(tenant)).hasSize(1);
        now.updateAndGet(time -> time.plus(Duration.ofSeconds(29)));
        assertThat(elsewhere.blackouts(tenant)).as("asking often costs nothing").isEmpty();
        now.updateAndGet(time -> time.plus(Duration.ofSeconds(1)));
        assertThat(elsewhere.blackouts(tenant)).hasSize(1);
    }

    @Test
    void every_change_is_announced_once_and_what_is_refused_is_not() {
        var told = new ArrayList<Change>();
        var announced = new StoredCalendars(STORE, new Announcer(List.of(told::addAll)), now::get);

        announced.choosePack(tenant, "eu");
        announced.setDay(tenant, new CalendarDay(NATIONAL_DAY, "open", List.of(), "the head"));
        assertThatThrownBy(() -> announced.choosePack(tenant, "mars")).isInstanceOf(IllegalArgumentException.class);

        assertThat(told).containsExactly(new Change(tenant, "calendar", null, null),
                new Change(tenant, "calendar", null, null));
    }

    @Test
    void what_was_read_stays_as_it_is() {
        var before = calendars.hours(tenant, "phone");
        calendars.setBlackout(tenant, new Blackout(UUID.randomUUID(), "exams", NATIONAL_DAY, NATIONAL_DAY, null));

        assertThat(before.blackouts()).isEmpty();
        assertThat(calendars.hours(tenant, "phone").blackouts()).hasSize(1);
    }
}
