// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.huifang.api.calendar.CalendarDay;
import org.junit.jupiter.api.Test;

class DayRunTest {
    private static CalendarDay day(String day, String name, String because) {
        return new CalendarDay(LocalDate.parse(day), name, List.of(), because);
    }

    @Test
    void days_that_follow_each_other_and_are_alike_are_one_line() {
        var runs = DayRun.of(List.of(day("2026-10-01", "国庆节", "notice"), day("2026-10-02", "国庆节", "notice"),
                day("2026-10-03", "国庆节", "the head"), day("2026-10-05", "国庆节", "the head")));

        assertThat(runs).extracting(run -> run.first().day().getDayOfMonth(), run -> run.last().getDayOfMonth(),
                DayRun::days).containsExactly(tuple(1, 2, 2L), tuple(3, 3, 1L), tuple(5, 5, 1L));
    }

    @Test
    void no_days_are_no_lines() {
        assertThat(DayRun.of(List.of())).isEmpty();
    }
}
