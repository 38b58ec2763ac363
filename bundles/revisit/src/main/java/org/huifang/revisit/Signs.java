// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Instant;
import org.huifang.api.archive.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What else facts say about a learner in a course. The latest word counts for each thing, the earliest where a first time
 * is meant, so that facts may come in any order and any number of times.
 */
record Signs(@Nullable Instant firstAccess, @Nullable Instant lastActive, Milestones milestones,
        Access access, @Nullable Test test, @Nullable Instant refundAsked, @Nullable Instant refunded,
        @Nullable Instant complained,
        @Nullable Answer answer) {
    static final Signs NONE = new Signs(null, null, Milestones.NONE, Access.NONE, null, null, null, null, null);

    /** The last test. */
    record Test(int score, boolean passed, Instant at) {}

    /** The last word about satisfaction. */
    record Answer(int satisfaction, Instant at) {}

    @Nullable
    Instant until() {
        return access.until();
    }

    @Nullable
    Integer lessonsLeft() {
        return access.lessonsLeft();
    }

    Signs with(Fact fact) {
        Instant at = Place.storable(fact.at());
        return switch (fact) {
            case Fact.Launched launched -> active(at);
            case Fact.LessonCompleted lesson -> active(at).milestones(milestones.with(lesson.progress(), at));
            case Fact.CourseFinished finished -> active(at).milestones(milestones.with(100, at));
            case Fact.TestTaken taken -> active(at).tested(new Test(taken.score(), taken.passed(), at));
            case Fact.AccessGranted granted -> access(access.with(granted));
            case Fact.RefundAsked asked -> new Signs(firstAccess, lastActive, milestones, access, test,
                    later(refundAsked, at), refunded, complained, answer);
            case Fact.Refunded done -> new Signs(firstAccess, lastActive, milestones, access, test, refundAsked,
                    later(refunded, at), complained, answer);
            case Fact.Complained said -> new Signs(firstAccess, lastActive, milestones, access, test, refundAsked,
                    refunded, later(complained, at), answer);
            case Fact.Answered said when said.satisfaction() != null -> answered(new Answer(said.satisfaction(), at));
            default -> this;
        };
    }

    /**
     * Without what belongs to a stay that ended then: steps count from what happened in the one after it. What was paid for
     * beyond it was paid for the one after it.
     */
    Signs after(Instant end) {
        Instant last = over(lastActive, end) ? null : lastActive;
        return new Signs(over(firstAccess, end) ? last : firstAccess, last,
                milestones.after(end), access.after(end), test, refundAsked, over(refunded, end) ? null : refunded,
                complained, answer);
    }

    private static boolean over(@Nullable Instant time, Instant end) {
        return time != null && !time.isAfter(end);
    }

    private Signs active(Instant at) {
        Instant first = firstAccess == null || at.isBefore(firstAccess) ? at : firstAccess;
        return new Signs(first, later(lastActive, at), milestones, access, test,
                refundAsked, refunded, complained, answer);
    }

    private Signs milestones(Milestones now) {
        return new Signs(firstAccess, lastActive, now, access, test, refundAsked,
                refunded, complained, answer);
    }

    private Signs tested(Test taken) {
        return test != null && test.at().isAfter(taken.at())
                ? this
                : new Signs(firstAccess, lastActive, milestones, access, taken,
                        refundAsked, refunded, complained, answer);
    }

    private Signs answered(Answer given) {
        return answer != null && answer.at().isAfter(given.at())
                ? this
                : new Signs(firstAccess, lastActive, milestones, access, test,
                        refundAsked, refunded, complained, given);
    }

    private Signs access(Access now) {
        return new Signs(firstAccess, lastActive, milestones, now, test, refundAsked, refunded, complained, answer);
    }

    private static Instant later(@Nullable Instant a, Instant b) {
        return a != null && a.isAfter(b) ? a : b;
    }
}
