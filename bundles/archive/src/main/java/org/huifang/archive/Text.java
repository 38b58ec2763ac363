// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the database can keep; checked before a batch, so that a bad delivery does not spoil its neighbours'. */
final class Text {
    private static final int MOST = 20_000;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private Text() {
    }

    /** @throws IllegalArgumentException on NUL, half a surrogate pair, or more than can be meant */
    static String storable(String text) {
        if (text.length() > MOST) {
            throw new IllegalArgumentException("a text has more than " + MOST + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || Character.isSurrogate(c) && !pair) {
                throw new IllegalArgumentException("a text holds a character that cannot be stored");
            }
            i += pair ? 1 : 0;
        }
        return text;
    }

    /** @throws IllegalArgumentException outside the years 1900 to 9998 */
    static Instant storable(Instant at) {
        if (at.isBefore(EARLIEST) || !at.isBefore(LATEST)) {
            throw new IllegalArgumentException("a time is outside the years 1900 to 9998");
        }
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
