// SPDX-License-Identifier: Apache-2.0
package org.huifang.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huifang.api.calendar.CalendarDay;
import org.huifang.api.calendar.Span;

/** The public holidays and make-up workdays of a country, from a data file of the bundle. */
record PublicDays(List<Day> days) {
    /**
     * @param worked instead of another day
     * @param provisional by law; what is announced for its year may add to it
     */
    record Day(LocalDate day, boolean worked, String name, String because, boolean provisional) {}

    PublicDays {
        days = List.copyOf(days);
    }

    static PublicDays of(String file) {
        var days = new ArrayList<Day>();
        String notice = "";
        for (Line line : Line.of(file)) {
            switch (line.word()) {
                case "notice" -> notice = line.rest();
                case "free", "fixed" -> {
                    String[] parts = line.split(3);
                    LocalDate last = LocalDate.parse(parts[1]);
                    for (LocalDate day = LocalDate.parse(parts[0]); !day.isAfter(last); day = day.plusDays(1)) {
                        days.add(new Day(day, false, parts[2], notice, line.word().equals("fixed")));
                    }
                }
                case "work" -> days.add(new Day(LocalDate.parse(line.split(2)[0]), true, line.split(2)[1], notice,
                        false));
                default -> throw new IllegalStateException(file + ": " + line.word());
            }
        }
        return new PublicDays(days);
    }

    /** By date; a day that is worked instead of another has the hours of any working day. */
    SortedMap<LocalDate, CalendarDay> with(List<Span> workingDay) {
        var map = new TreeMap<LocalDate, CalendarDay>();
        days.forEach(day -> map.put(day.day(),
                new CalendarDay(day.day(), day.name(), day.worked() ? workingDay : List.of(), day.because(),
                        day.provisional())));
        return map;
    }
}
