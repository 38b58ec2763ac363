// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.huifang.api.revisit.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What an agent has entered about a case and not handed in. Kept as one text: a first line {@code OUTCOME|call-back},
 * then the note.
 */
record Draft(@Nullable Outcome outcome, @Nullable Instant callBack, String note) {
    static final Draft EMPTY = new Draft(null, null, "");
    private static final Pattern HEAD = Pattern.compile("([A-Z_]*)\\|([0-9TZ:.+-]*)");

    static Draft parse(String text) {
        int end = text.indexOf('\n');
        var head = HEAD.matcher(end < 0 ? text : text.substring(0, end));
        if (!head.matches()) {
            return new Draft(null, null, text);
        }
        var outcome = Arrays.stream(Outcome.values()).filter(o -> o.name().equals(head.group(1))).findFirst();
        return new Draft(outcome.orElse(null), instant(head.group(2)), end < 0 ? "" : text.substring(end + 1));
    }

    String text() {
        return equals(EMPTY)
                ? ""
                : (outcome == null ? "" : outcome) + "|" + (callBack == null ? "" : callBack) + "\n"
                        + note;
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException notOne) {
            return null;
        }
    }
}
