// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.calendar;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days on which nobody is contacted: exam weeks, festivals, mourning.
 *
 * @param from first day, in the zone of the person
 * @param to last day
 * @param course for those of this course only, or for all when null
 */
public record Blackout(UUID id, String name, LocalDate from, LocalDate to, @Nullable UUID course) {
    public Blackout {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a blackout ends on or after the day it begins");
        }
    }

    public boolean holds(LocalDate day, @Nullable UUID in) {
        return !day.isBefore(from) && !day.isAfter(to) && (course == null || course.equals(in));
    }
}
