// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What facts say about one enrolment. Each field is a minimum or a maximum, so changes may be merged in any order, here
 * and with the row in the database, and a late fact undoes nothing.
 */
record EnrolmentChange(UUID course, UUID learner, CourseRole role, Instant roleAt, Instant enrolled,
        @Nullable Instant joined, @Nullable Instant left, @Nullable Instant lesson, @Nullable Instant finished,
        @Nullable Instant active, int progress) {

    /** Where a role comes from that no enrolment has named yet. */
    static final Instant UNSAID = Instant.EPOCH;

    static @Nullable EnrolmentChange of(Fact fact, UUID course, @Nullable UUID learner) {
        if (learner == null) {
            return null;
        }
        Instant at = fact.at();
        return switch (fact) {
            case Fact.Enrolled f -> new EnrolmentChange(course, learner, f.role(), at, at, at, null, null, null, null,
                    0);
            case Fact.Launched f -> new EnrolmentChange(course, learner, f.role(), at, at, at, null, null, null, at, 0);
            case Fact.Left f -> unnamed(course, learner, at, at, null, null, null, 0);
            case Fact.LessonCompleted f -> unnamed(course, learner, at, null, at, null, at, f.progress());
            case Fact.CourseFinished f -> unnamed(course, learner, at, null, null, at, at, 100);
            case Fact.CourseDescribed f -> null;
            case Fact.FromHuifang f -> null;
        };
    }

    private static EnrolmentChange unnamed(UUID course, UUID learner, Instant at, @Nullable Instant left,
            @Nullable Instant lesson, @Nullable Instant finished, @Nullable Instant active, int progress) {
        return new EnrolmentChange(course, learner, CourseRole.LEARNER, UNSAID, at, null, left, lesson, finished,
                active,
                progress);
    }

    EnrolmentChange merge(EnrolmentChange other) {
        EnrolmentChange named = BY_ROLE.compare(this, other) >= 0 ? this : other;
        return new EnrolmentChange(course, learner, named.role, named.roleAt, earlier(enrolled, other.enrolled),
                later(joined, other.joined), later(left, other.left), later(lesson, other.lesson),
                finished == null || other.finished == null
                        ? later(finished, other.finished)
                        : earlier(finished, other.finished),
                later(active, other.active), Math.max(progress, other.progress));
    }

    /** As the database compares (role_at, role). */
    private static final Comparator<EnrolmentChange> BY_ROLE = Comparator.comparing(EnrolmentChange::roleAt)
            .thenComparing(change -> change.role().name());

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
    }
}
