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

    private Minority() {
    }

    /**
     * The day from which a person agrees alone, in their own time zone; null when it has come, or no birth date is known.
     *
     * @param values the values that hold, by field
     * @param age in years
     */
    static @Nullable LocalDate until(Map<String, FieldValue> values, int age, Instant now) {
        FieldValue birth = values.get("birthDate");
        if (birth == null) {
            return null;
        }
        try {
            LocalDate born = LocalDate.parse(birth.value());
            LocalDate of = born.plusYears(age);
            // born on 29 February: of age on 1 March
            LocalDate until = of.getDayOfMonth() == born.getDayOfMonth() ? of : of.plusDays(1);
            return LocalDate.ofInstant(now, zone(values.get("timeZone"))).isBefore(until) ? until : null;
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private static ZoneId zone(@Nullable FieldValue zone) {
        try {
            return zone == null ? LAST : ZoneId.of(zone.value());
        } catch (DateTimeException unknown) {
            return LAST;
        }
    }
}
