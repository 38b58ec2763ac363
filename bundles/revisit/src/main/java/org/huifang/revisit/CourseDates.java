// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What planning needs of a course: first and last day and the day of the exam, null where unknown. */
record CourseDates(@Nullable LocalDate start, @Nullable LocalDate end, @Nullable LocalDate exam) {
    static final CourseDates UNKNOWN = new CourseDates(null, null, null);

    CourseDates(@Nullable LocalDate start, @Nullable LocalDate end) {
        this(start, end, null);
    }
}
