// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.revisit.Notice;

/** What stands behind the token of a notice. */
sealed interface Contact {
    /**
     * A contact that is planned, or was.
     *
     * @param zone in which the person lives, or else the school
     * @param courses the titles of the courses that it is about, as far as they are known
     * @param school the name that the school goes by, or ""
     */
    record Here(Notice notice, ZoneId zone, Map<UUID, String> courses, String school) implements Contact {
        public Here {
            courses = Map.copyOf(courses);
        }
    }

    /** Nothing. */
    record Unknown() implements Contact {}

    /** What keeps the notices is being updated or cannot reach its database. */
    record Away() implements Contact {}

    /** The time or channel is not among those that can be chosen, now. */
    record NotOffered() implements Contact {}
}
