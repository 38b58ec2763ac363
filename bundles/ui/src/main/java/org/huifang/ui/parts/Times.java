// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates and times in the zone of the browser, as {@code 2026-11-23 19:00}. */
public final class Times {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Times() {
    }

    /** The zone of the browser that shows the current page; UTC when it does not say. */
    public static ZoneId zone() {
        var ui = UI.getCurrent();
        var id = ui == null ? null : ui.getPage().getExtendedClientDetails().getTimeZoneId();
        return zone(id, ZoneOffset.UTC);
    }

    /** The zone of this IANA name, or the other one when there is none of this name. */
    public static ZoneId zone(@Nullable String id, ZoneId otherwise) {
        if (id == null || id.isBlank()) {
            return otherwise;
        }
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return otherwise;
        }
    }

    /** {@code 2026-11-23 19:00}. */
    public static String stamp(Instant instant) {
        return stamp(instant, zone());
    }

    public static String stamp(Instant instant, ZoneId zone) {
        return STAMP.format(instant.atZone(zone));
    }

    /** {@code 19:00}. */
    public static String clock(Instant instant, ZoneId zone) {
        return CLOCK.format(instant.atZone(zone));
    }

    /** {@code 2026-11-23}. */
    public static String day(Instant instant) {
        return instant.atZone(zone()).toLocalDate().toString();
    }

    /** {@code 2026-11-23}. */
    public static String day(LocalDate day) {
        return day.toString();
    }

    /** What a date and time that was typed on this page means. */
    public static Instant instant(LocalDateTime typed) {
        return typed.atZone(zone()).toInstant();
    }

    /** What a date-time field of this page shows for an instant. */
    public static LocalDateTime local(Instant instant) {
        return instant.atZone(zone()).toLocalDateTime();
    }
}
