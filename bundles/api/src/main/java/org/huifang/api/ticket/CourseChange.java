// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is changed so that a kind of problem comes no more.
 *
 * @param title 1 to 200 characters
 * @param course or null for all
 * @param code the sub-code of the tickets it should end, or "" for all of the area
 * @param what is changed
 * @param owner whoever answers for it
 * @param planned day by which it is to be out, or null
 * @param released when it was out, or null
 * @param told "you said, we did": what each raiser is told; "" while nobody wrote it
 */
public record CourseChange(UUID id, String title, @Nullable UUID course, Area area, String code, String what,
        UUID owner, @Nullable LocalDate planned, @Nullable Instant released, String told) {
    public CourseChange {
        if (title.isBlank() || title.length() > 200) {
            throw new IllegalArgumentException("a change has a title of 1 to 200 characters");
        }
    }

    /** Whether people wrote the same in both; when it was out and what was told is not theirs to write. */
    public boolean same(@Nullable CourseChange other) {
        return other != null && id.equals(other.id) && title.equals(other.title)
                && Objects.equals(course, other.course) && area == other.area && code.equals(other.code)
                && what.equals(other.what) && owner.equals(other.owner) && Objects.equals(planned, other.planned);
    }
}
