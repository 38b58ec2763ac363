// SPDX-License-Identifier: Apache-2.0
package org.huifang.calendar;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.calendar.Span;

/** Parts of a day as text: {@code 09:00-12:00 14:00-18:00}; empty for none, {@code 24:00} for the end of the day. */
final class Hours {
    private static final String END = "24:00";

    private Hours() {
    }

    /** @throws IllegalArgumentException when it is no such text */
    static List<Span> read(String text) {
        return Stream.of(text.strip().split("\\s+")).filter(part -> !part.isEmpty()).map(Hours::span).toList();
    }

    private static Span span(String part) {
        String[] ends = part.split("-");
        if (ends.length != 2) {
            throw new IllegalArgumentException("not a part of a day: " + part);
        }
        try {
            return new Span(LocalTime.parse(ends[0]), ends[1].equals(END) ? LocalTime.MAX : LocalTime.parse(ends[1]));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a part of a day: " + part, e);
        }
    }

    static String write(List<Span> spans) {
        return spans.stream()
                .map(span -> span.from() + "-" + (span.to().equals(LocalTime.MAX) ? END : span.to().toString()))
                .collect(Collectors.joining(" "));
    }
}
