// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.huifang.api.archive.FieldValue;
import org.jspecify.annotations.Nullable;

/** Until when somebody is too young to agree alone. */
final class Minority {
    /** Where a day ends last; for people of whom no zone is known. */
    private static final ZoneId LAST = ZoneOffset.ofHours(-12);

    /** Stands for a day that nobody knows. */
    private static final LocalDate UNKNOWN = LocalDate.of(9999, 12, 31);

    private Minority() {
    }

    /**
     * The day from which a person agrees alone, in their own time zone; null when it has come, or no birth date is known;
     * far ahead for a birth date that is no date.
     *
     * @param values the values that hold, by field
     * @param age in years
     */
    static @Nullable LocalDate until(Map<String, FieldValue> values, int age, Instant now) {
        return until(value(values.get("birthDate")), value(values.get("timeZone")), age, now);
    }

    /** As the other; the values are as they stand on file, or null. */
    static @Nullable LocalDate until(@Nullable String birthDate, @Nullable String timeZone, int age, Instant now) {
        if (birthDate == null || birthDate.isEmpty()) {
            return null;
        }
        try {
            LocalDate born = LocalDate.parse(birthDate);
            LocalDate of = born.plusYears(age);
            // born on 29 February: of age on 1 March
            LocalDate until = of.getDayOfMonth() == born.getDayOfMonth() ? of : of.plusDays(1);
            return LocalDate.ofInstant(now, zone(timeZone)).isBefore(until) ? until : null;
        } catch (DateTimeException noDate) {
            // of whom a date is on file that nobody can read, nobody can say that they agree alone
            return UNKNOWN;
        }
    }

    private static @Nullable String value(@Nullable FieldValue value) {
        return value == null ? null : value.value();
    }

    private static ZoneId zone(@Nullable String zone) {
        try {
            return zone == null ? LAST : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return LAST;
        }
    }
}
