// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import org.huifang.api.calendar.Span;

/** Reads {@code 19:00-21:00}; over midnight are two parts of a day. */
final class Liking {
    private Liking() {
    }

    static List<Span> spans(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            return List.of();
        }
        try {
            LocalTime from = time(text.substring(0, dash).strip());
            String end = text.substring(dash + 1).strip();
            LocalTime to = end.equals("24:00") || end.equals("00:00") ? LocalTime.MAX : time(end);
            if (from.isBefore(to)) {
                return List.of(new Span(from, to));
            }
            return from.equals(to) || to.equals(LocalTime.MIN)
                    ? List.of()
                    : List.of(new Span(LocalTime.MIN, to), new Span(from, LocalTime.MAX));
        } catch (DateTimeException e) {
            return List.of();
        }
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }
}
