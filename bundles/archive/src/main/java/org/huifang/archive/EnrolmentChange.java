// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What facts say about one person in one course. All of it are minimums and maximums, so facts may be taken together in
 * any order and any number of times.
 *
 * @param roleAt when the role was said last; the epoch when nobody said it, and then the role is learner
 * @param progress per cent
 */
record EnrolmentChange(UUID course, UUID learner, CourseRole role, Instant roleAt, Instant enrolled,
        @Nullable Instant joined, @Nullable Instant left, @Nullable Instant lesson, @Nullable Instant finished,
        @Nullable Instant activity, int progress) {
    private static final BinaryOperator<Instant> EARLIER = BinaryOperator.minBy(Comparator.naturalOrder());
    private static final BinaryOperator<Instant> LATER = BinaryOperator.maxBy(Comparator.naturalOrder());

    private record Place(UUID course, UUID learner) {}

    /** Whether the person belongs to the course, by the rule of the column {@code present}. */
    boolean present() {
        return left == null || joined != null && left.isBefore(joined);
    }

    /** By the rule of the column {@code stage}. */
    Stage stage() {
        if (finished != null) {
            return Stage.FINISHED;
        }
        return !present() ? Stage.LEFT : lesson != null ? Stage.LEARNING : Stage.ENROLLED;
    }

    /** One for each person and course that the facts name, in an order that is the same for all writers. */
    static List<EnrolmentChange> by(List<Entry> entries) {
        Map<Place, EnrolmentChange> changes = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.fact() instanceof Fact.FromPlatform fact && entry.learner() != null
                    && entry.course() != null) {
                EnrolmentChange change = of(fact, entry.at(), entry.course(), entry.learner());
                if (change != null) {
                    changes.merge(new Place(entry.course(), entry.learner()), change, EnrolmentChange::and);
                }
            }
        }
        return changes.values().stream()
                .sorted(Comparator.comparing(EnrolmentChange::course).thenComparing(EnrolmentChange::learner)).toList();
    }

    private static @Nullable EnrolmentChange of(Fact.FromPlatform fact, Instant at, UUID course, UUID learner) {
        var seen = new EnrolmentChange(course, learner, CourseRole.LEARNER, Instant.EPOCH, at, null, null, null, null,
                null, 0);
        return switch (fact) {
            case Fact.Launched f -> seen.joined(f.role(), at).active(at);
            case Fact.Enrolled f -> seen.joined(f.role(), at);
            case Fact.Left f -> seen.left(at);
            case Fact.LessonCompleted f -> seen.lesson(at, f.progress()).active(at);
            case Fact.CourseFinished f -> seen.finished(at).active(at);
            case Fact.TestTaken f -> seen.active(at);
            case Fact.AccessGranted f -> seen;
            case Fact.Complained f -> seen;
            case Fact.RefundAsked f -> seen;
            case Fact.Refunded f -> seen;
            case Fact.CourseDescribed f -> null;
            case Fact.ExamSet f -> null;
        };
    }

    private EnrolmentChange joined(CourseRole as, Instant at) {
        return new EnrolmentChange(course, learner, as, at, enrolled, at, left, lesson, finished, activity, progress);
    }

    private EnrolmentChange left(Instant at) {
        return new EnrolmentChange(course, learner, role, roleAt, enrolled, joined, at, lesson, finished, activity,
                progress);
    }

    private EnrolmentChange lesson(Instant at, int percent) {
        return new EnrolmentChange(course, learner, role, roleAt, enrolled, joined, left, at, finished, activity,
                percent);
    }

    private EnrolmentChange finished(Instant at) {
        return new EnrolmentChange(course, learner, role, roleAt, enrolled, joined, left, lesson, at, activity, 100);
    }

    private EnrolmentChange active(Instant at) {
        return new EnrolmentChange(course, learner, role, roleAt, enrolled, joined, left, lesson, finished, at,
                progress);
    }

    private EnrolmentChange and(EnrolmentChange other) {
        int order = roleAt.equals(other.roleAt)
                ? role.name().compareTo(other.role.name())
                : roleAt.compareTo(other.roleAt);
        EnrolmentChange said = order >= 0 ? this : other;
        return new EnrolmentChange(course, learner, said.role, said.roleAt, EARLIER.apply(enrolled, other.enrolled),
                one(joined, other.joined, LATER), one(left, other.left, LATER), one(lesson, other.lesson, LATER),
                one(finished, other.finished, EARLIER), one(activity, other.activity, LATER),
                Math.max(progress, other.progress));
    }

    private static @Nullable Instant one(@Nullable Instant a, @Nullable Instant b, BinaryOperator<Instant> choice) {
        return a == null ? b : b == null ? a : choice.apply(a, b);
    }
}
