// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huifang.api.calendar.Span;
import org.jspecify.annotations.Nullable;

/** Parts of a day as people type them: {@code 9-12, 14:00–18:00}, also in full width; empty for a free day. */
final class SpanText {
    private static final Pattern PART = Pattern.compile("(\\d{1,2})(?::(\\d{2}))?-(\\d{1,2})(?::(\\d{2}))?");
    private static final int MINUTES = 24 * 60;

    private SpanText() {
    }

    static String write(List<Span> spans) {
        return spans.stream().map(span -> span.from() + "–" + end(span.to())).collect(Collectors.joining(", "));
    }

    private static String end(LocalTime to) {
        return to.equals(LocalTime.MAX) ? "24:00" : to.toString();
    }

    /** In order; empty when it is no such text or when parts overlap. */
    static Optional<List<Span>> read(String text) {
        var spans = new ArrayList<Span>();
        for (var part : plain(text).split("[\\s,;]+")) {
            if (part.isEmpty()) {
                continue;
            }
            var found = PART.matcher(part);
            if (!found.matches()) {
                return Optional.empty();
            }
            int from = minute(found.group(1), found.group(2));
            int to = minute(found.group(3), found.group(4));
            if (from >= to || to > MINUTES) {
                return Optional.empty();
            }
            spans.add(new Span(LocalTime.ofSecondOfDay(from * 60L), time(to)));
        }
        spans.sort(Comparator.comparing(Span::from));
        for (int n = 1; n < spans.size(); n++) {
            if (spans.get(n).from().isBefore(spans.get(n - 1).to())) {
                return Optional.empty();
            }
        }
        return Optional.of(spans);
    }

    private static String plain(String text) {
        var plain = new StringBuilder();
        text.codePoints().map(c -> c > 0xFF00 && c < 0xFF5F ? c - 0xFEE0 : c).forEach(plain::appendCodePoint);
        return plain.toString().replaceAll("[–—−~～至]", "-").replaceAll("[、，；]", ",").replaceAll("\\s*-\\s*", "-")
                .strip();
    }

    private static int minute(String hour, @Nullable String minute) {
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        return minutes > 59 ? MINUTES + 1 : Integer.parseInt(hour) * 60 + minutes;
    }

    private static LocalTime time(int minute) {
        return minute == MINUTES ? LocalTime.MAX : LocalTime.ofSecondOfDay(minute * 60L);
    }
}
