// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.util.Map;
import java.util.UUID;

/** What became of a delivery. Either way its facts are committed when this is returned. */
public sealed interface Receipt {
    /**
     * The facts are on the timeline now.
     *
     * @param people the files of the persons named in the delivery
     * @param courses the archive's ids of the courses named in it
     */
    record Recorded(Map<PersonKey, UUID> people, Map<CourseKey, UUID> courses) implements Receipt {
        public Recorded {
            people = Map.copyOf(people);
            courses = Map.copyOf(courses);
        }
    }

    /** A delivery with this key was recorded before; nothing was added. */
    record Duplicate() implements Receipt {}
}
