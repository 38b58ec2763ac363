// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.care;

import java.time.LocalDate;
import java.util.List;

/** When somebody is greeted; days are those of the person's own zone. */
public sealed interface Occasion {
    /** Once a year; who was born on 29 February has it on 28 February where a year has no such day. */
    record Birthday() implements Occasion {}

    /** Days that the school names, because many festivals are on another day each year. */
    record Festival(List<LocalDate> days) implements Occasion {
        public Festival {
            days = days.stream().distinct().sorted().toList();
        }
    }

    /** A part of a course is done; once for each course. @param progress 1 to 100 per cent */
    record Milestone(int progress) implements Occasion {
        public Milestone {
            if (progress < 1 || progress > 100) {
                throw new IllegalArgumentException("progress is 1 to 100 per cent");
            }
        }
    }

    /** A course is finished; once for each course. */
    record Finished() implements Occasion {}
}
