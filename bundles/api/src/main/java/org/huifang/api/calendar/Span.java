// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.calendar;

import java.time.LocalTime;
import java.util.List;

/**
 * A part of a day, from a time up to and without another.
 *
 * @param to after {@code from}; {@link LocalTime#MAX} is the end of the day
 */
public record Span(LocalTime from, LocalTime to) {
    public Span {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a span ends after it begins");
        }
    }

    public boolean holds(LocalTime time) {
        return !time.isBefore(from) && (time.isBefore(to) || to.equals(LocalTime.MAX));
    }

    /** @throws IllegalArgumentException when these are not in order and apart from each other; they may touch */
    static List<Span> inOrder(List<Span> spans) {
        for (int n = 1; n < spans.size(); n++) {
            if (spans.get(n).from().isBefore(spans.get(n - 1).to())) {
                throw new IllegalArgumentException("the parts of a day follow each other and do not overlap");
            }
        }
        return List.copyOf(spans);
    }
}
