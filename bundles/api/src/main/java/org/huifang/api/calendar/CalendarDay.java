// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A day that is not like its day of the week: a holiday, or a weekend day that is worked instead (调休).
 *
 * @param hours worked on it, in order and apart from each other; none on a holiday
 * @param because where it was announced, or who decided it
 * @param provisional fixed by law, of a year that is not announced yet
 */
public record CalendarDay(LocalDate day, String name, List<Span> hours, String because, boolean provisional) {
    /** Announced, or set by somebody. */
    public CalendarDay(LocalDate day, String name, List<Span> hours, String because) {
        this(day, name, hours, because, false);
    }

    public CalendarDay {
        hours = Span.inOrder(hours);
    }

    public boolean worked() {
        return !hours.isEmpty();
    }
}
