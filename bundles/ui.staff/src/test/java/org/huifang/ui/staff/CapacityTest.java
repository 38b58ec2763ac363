// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.calendar.Span;
import org.huifang.api.calendar.WorkCalendar;
import org.huifang.api.revisit.DayLoad;
import org.junit.jupiter.api.Test;

class CapacityTest {
    private static final UUID LI = UUID.randomUUID();
    private static final UUID WANG = UUID.randomUUID();
    /** A Friday. */
    private static final LocalDate FIRST = LocalDate.parse("2026-11-20");

    @Test
    void what_a_day_cannot_do_is_carried_over_the_free_days_until_there_is_time() {
        var capacity = capacity(null, 500, 0, 0, 100);
        assertThat(capacity.days()).extracting(Capacity.Day::carried).containsExactly(0L, 140L, 140L, 140L);
        assertThat(capacity.days()).extracting(Capacity.Day::left).containsExactly(140L, 140L, 140L, 0L);
        assertThat(capacity.days()).extracting(Capacity.Day::people).containsExactly(2, 0, 0, 2);
        assertThat(capacity.shortage().orElseThrow().day()).isEqualTo(FIRST);
    }

    @Test
    void enough_time_is_no_shortage_and_a_free_day_never_is_one() {
        assertThat(capacity(null, 360, 10, 0, 100).shortage()).isEmpty();
    }

    @Test
    void of_one_person_only_their_own_minutes_count() {
        var own = capacity(LI, 200, 0, 0, 400);
        assertThat(own.days()).extracting(Capacity.Day::asked).containsExactly(100L, 0L, 0L, 200L);
        assertThat(own.days()).extracting(Capacity.Day::staff).containsExactly(240L, 0L, 0L, 240L);
        var nobody = capacity(UUID.randomUUID(), 200, 0, 0, 400);
        assertThat(nobody.days()).extracting(Capacity.Day::asked).containsOnly(0L);
    }

    @Test
    void weeks_begin_on_monday() {
        var capacity = capacity(null, new long[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
        assertThat(capacity.weeks()).extracting(List::size).containsExactly(3, 7, 1);
    }

    @Test
    void of_today_only_what_is_left_of_its_hours_counts_and_of_other_days_all() {
        assertThat(left(FIRST, "2026-11-20T00:30:00Z")).as("before nine").isEqualTo(240);
        assertThat(left(FIRST, "2026-11-20T05:00:00Z")).as("at one").isEqualTo(120);
        assertThat(left(FIRST, "2026-11-20T08:00:00Z")).as("an hour before the end").isEqualTo(30);
        assertThat(left(FIRST, "2026-11-20T12:00:00Z")).as("in the evening").isZero();
        assertThat(left(FIRST.plusDays(3), "2026-11-20T12:00:00Z")).as("on Monday").isEqualTo(240);
        assertThat(Capacity.left(null, FIRST, Instant.parse("2026-11-20T12:00:00Z"), 240)).as("without hours")
                .isEqualTo(240);
    }

    /** Of 240 minutes, where Monday to Friday are worked from nine to five in Shanghai. */
    private static long left(LocalDate day, String now) {
        var hours = List.of(new Span(LocalTime.of(9, 0), LocalTime.of(17, 0)));
        var calendar = new WorkCalendar(ZoneId.of("Asia/Shanghai"), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)
                .stream().collect(Collectors.toMap(each -> each, each -> hours)), Map.of());
        return Capacity.left(calendar, day, Instant.parse(now), 240);
    }

    /** Half of the minutes are Li's; Li has 240 and Wang 120 on each working day. */
    private static Capacity capacity(UUID person, long... minutes) {
        List<DayLoad> loads = new ArrayList<>();
        List<Map<UUID, Long>> staff = new ArrayList<>();
        for (int i = 0; i < minutes.length; i++) {
            var day = FIRST.plusDays(i);
            loads.add(new DayLoad(day, 1, minutes[i], Map.of(LI, minutes[i] / 2, WANG, minutes[i] / 2)));
            staff.add(day.getDayOfWeek().getValue() <= 5 ? Map.of(LI, 240L, WANG, 120L) : Map.of());
        }
        return Capacity.of(loads, staff, null, person);
    }
}
