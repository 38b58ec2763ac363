// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huifang.api.revisit.DueLoad;
import org.junit.jupiter.api.Test;

class LatenessTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-23");
    private static final UUID CHEMISTRY = new UUID(0, 1);
    private static final UUID HISTORY = new UUID(0, 2);

    @Test
    void whoever_is_owed_first_comes_first_and_nobody_is_late_while_there_is_time() {
        var late = Lateness.of(List.of(work(0, 4, CHEMISTRY, 30), work(0, 0, HISTORY, 10)), days(200, 200));
        assertThat(late.late()).isZero();
        assertThat(late.revisits()).isEqualTo(40);
    }

    @Test
    void what_a_day_cannot_do_is_done_on_the_next_and_late_if_it_was_owed_before() {
        // 40 revisits of 5 minutes are owed today, and there is time for 20 a day
        var late = Lateness.of(List.of(work(0, 0, CHEMISTRY, 40), work(0, 3, HISTORY, 10)), days(100, 100, 0, 50));
        assertThat(late.courses()).containsExactly(new Lateness.Course(CHEMISTRY, 40, 20, 1, false),
                new Lateness.Course(HISTORY, 10, 0, 0, false));
    }

    @Test
    void two_courses_with_the_same_dates_wait_alike() {
        var late = Lateness.of(List.of(work(0, 0, CHEMISTRY, 60), work(0, 0, HISTORY, 20)), days(200, 200));
        assertThat(late.courses()).containsExactly(new Lateness.Course(CHEMISTRY, 60, 30, 1, false),
                new Lateness.Course(HISTORY, 20, 10, 1, false));
    }

    @Test
    void what_is_not_done_at_all_is_late_by_at_least_the_days_that_are_known() {
        var late = Lateness.of(List.of(work(0, 0, CHEMISTRY, 8), work(1, 9, HISTORY, 8)), days(0, 0));
        assertThat(late.courses()).containsExactly(new Lateness.Course(CHEMISTRY, 8, 8, 2, true),
                new Lateness.Course(HISTORY, 8, 0, 0, false));
    }

    @Test
    void what_takes_no_time_is_not_held_up_by_a_day_without_any() {
        var free = new DueLoad(FIRST, FIRST, CHEMISTRY, 5, 0);
        assertThat(Lateness.of(List.of(free), days(0, 100)).late()).isZero();
    }

    /** Each takes five minutes. */
    private static DueLoad work(int day, int due, UUID course, long revisits) {
        return new DueLoad(FIRST.plusDays(day), FIRST.plusDays(due), course, revisits, 5 * revisits);
    }

    private static List<Capacity.Day> days(long... minutes) {
        var days = new ArrayList<Capacity.Day>();
        for (int i = 0; i < minutes.length; i++) {
            days.add(new Capacity.Day(FIRST.plusDays(i), true, 0, 0, 0, minutes[i], 1));
        }
        return days;
    }
}
