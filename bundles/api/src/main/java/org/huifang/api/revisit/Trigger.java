// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule for special cases: when something becomes true of a learner, a revisit is owed.
 *
 * @param code of the step that is owed then; a to z, 0 to 9 and dashes
 * @param course for learners of this course only, or null
 * @param tag for learners who wear this tag only, or null
 * @param dueDays within how many days it is to be settled
 * @param coolDownDays before it fires again for the same learner in the same course
 * @param notice whether the learner is told before the call
 * @param live whether it fires; one that is not can be tested
 * @param skill that the agent needs, one of {@link org.huifang.api.staff.Agent#skills}, or null
 */
public record Trigger(UUID id, String code, String name, When when, @Nullable UUID course, @Nullable String tag,
        Kind kind, int dueDays, int coolDownDays, int minutes, boolean notice, boolean live,
        @Nullable String skill) {
    private static final int MOST = 40;

    public Trigger {
        skill = skill == null || skill.isBlank() ? null : skill.strip();
        if (skill != null && skill.length() > MOST) {
            throw new IllegalArgumentException("a skill has at most 40 characters");
        }
        if (!code.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("the code of a step has a to z, 0 to 9 and dashes, 1 to 40 of them");
        }
        if (dueDays < 0 || dueDays > 366 || coolDownDays < 1 || coolDownDays > 3_660) {
            throw new IllegalArgumentException("due within 0 to 366 days, and a cool-down of at least a day");
        }
    }

    /** One that learners are told of before, and whose cases any agent may work. */
    public Trigger(UUID id, String code, String name, When when, @Nullable UUID course, @Nullable String tag, Kind kind,
            int dueDays, int coolDownDays, int minutes, boolean live) {
        this(id, code, name, when, course, tag, kind, dueDays, coolDownDays, minutes, true, live, null);
    }
}
