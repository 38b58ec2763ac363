// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A place in a list by time: microseconds, and the row's number among those of one instant. */
final class Moment {
    private Moment() {
    }

    static String text(Instant at, long id) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Text.storable(at)) + "." + id;
    }

    static List<Object> parse(String text) {
        if (!text.matches("-?\\d{1,18}\\.\\d{1,18}")) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        int dot = text.indexOf('.');
        return List.of(Instant.EPOCH.plus(Long.parseLong(text.substring(0, dot)), ChronoUnit.MICROS),
                Long.valueOf(text.substring(dot + 1)));
    }
}
