// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.huifang.api.calendar.CalendarDay;

/** Special days that follow each other and are alike: a festival of a week is one line. */
record DayRun(CalendarDay first, LocalDate last) {
    /** @param days by date */
    static List<DayRun> of(List<CalendarDay> days) {
        var runs = new ArrayList<DayRun>();
        for (var day : days) {
            if (!runs.isEmpty() && runs.getLast().goesOn(day)) {
                runs.set(runs.size() - 1, new DayRun(runs.getLast().first(), day.day()));
            } else {
                runs.add(new DayRun(day, day.day()));
            }
        }
        return runs;
    }

    private boolean goesOn(CalendarDay day) {
        return day.day().equals(last.plusDays(1)) && day.name().equals(first.name())
                && day.hours().equals(first.hours()) && day.because().equals(first.because());
    }

    long days() {
        return last.toEpochDay() - first.day().toEpochDay() + 1;
    }
}
