// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What facts say about one person in one course. Latest and earliest times decide, so that facts may come in any order;
 * the archive decides alike who is on the roster.
 *
 * @param roleAt when the role was said last
 * @param since when the present stay in the course began
 * @param joined when joining was said last, or null when it never was
 */
record Place(CourseRole role, Instant roleAt, Instant since, @Nullable Instant joined, @Nullable Instant left,
        @Nullable Instant halfway, @Nullable Instant finished, Signs signs) {
    private static final int HALF = 50;

    /** Nobody has said the role yet: who learns is a learner. */
    static Place from(Instant at) {
        return new Place(CourseRole.LEARNER, Instant.EPOCH, at, null, null, null, null, Signs.NONE);
    }

    /** On the roster now, as a learner. */
    boolean learning() {
        return present() && role == CourseRole.LEARNER;
    }

    boolean present() {
        return left == null || joined != null && left.isBefore(joined);
    }

    /** When this stay begins, as the platform says; where it does not, when they were enrolled. */
    Instant begin() {
        Instant from = signs.access().from();
        return from == null ? since : from;
    }

    Progress progress() {
        // A stay that is over says nothing about the one after it.
        return new Progress(begin(), halfway == null || halfway.isBefore(since) ? null : halfway,
                finished == null || finished.isBefore(since) ? null : finished, signs);
    }

    Place with(Fact fact) {
        Place moved = stays(fact);
        Instant end = moved.left;
        return new Place(moved.role, moved.roleAt, moved.since, moved.joined, moved.left, moved.halfway,
                moved.finished, end != null && end.isBefore(moved.since) ? moved.second(fact, end) : signs.with(fact));
    }

    /**
     * What is seen in a stay after one that ended then. What was done in that one and is told late takes nothing from this
     * one. What was reached before is forgotten, and is known again with the next lesson.
     */
    private Signs second(Fact fact, Instant end) {
        boolean before = !storable(fact.at()).isAfter(end) && switch (fact) {
            case Fact.Launched launched -> true;
            case Fact.LessonCompleted lesson -> true;
            case Fact.CourseFinished done -> true;
            default -> false;
        };
        return (before ? signs : signs.with(fact)).after(end);
    }

    /** Without what else was seen. */
    Place stay() {
        return new Place(role, roleAt, since, joined, left, halfway, finished, Signs.NONE);
    }

    /** Went away with the money back, and did not come again. */
    boolean refunded() {
        return signs.refunded() != null && !signs.refunded().isBefore(since);
    }

    private Place stays(Fact fact) {
        Instant at = storable(fact.at());
        return switch (fact) {
            case Fact.Enrolled enrolled -> joined(enrolled.role(), at);
            case Fact.Launched launched -> joined(launched.role(), at);
            case Fact.Left gone -> left(at);
            case Fact.LessonCompleted lesson -> seen(at).progressed(lesson.progress() >= HALF ? at : null, null);
            case Fact.CourseFinished done -> seen(at).progressed(at, at);
            case Fact.TestTaken taken -> seen(at);
            case Fact.FromPlatform said -> this;
            case Fact.FromHuifang own -> this;
            case Fact.AboutPerson said -> this;
        };
    }

    private Place joined(CourseRole said, Instant at) {
        boolean newer = at.isAfter(roleAt) || at.equals(roleAt) && said.name().compareTo(role.name()) > 0;
        Instant begin = left == null || since.isAfter(left) && at.isAfter(left)
                ? earlier(since, at)
                : at.isAfter(left) ? at : since;
        return new Place(newer ? said : role, newer ? at : roleAt, begin, later(joined, at), left, halfway, finished,
                signs);
    }

    private Place left(Instant at) {
        Instant last = later(left, at);
        boolean backAgain = joined != null && joined.isAfter(last) && !since.isAfter(last);
        return new Place(role, roleAt, backAgain && joined != null ? joined : since, joined, last, halfway, finished,
                signs);
    }

    private Place seen(Instant at) {
        return left == null
                ? new Place(role, roleAt, earlier(since, at), joined, null, halfway, finished, signs)
                : this;
    }

    private Place progressed(@Nullable Instant half, @Nullable Instant end) {
        return new Place(role, roleAt, since, joined, left, half == null ? halfway : earlier(half, halfway),
                end == null ? finished : earlier(end, finished), signs);
    }

    /** As exact as the database keeps it. */
    static Instant storable(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant earlier(Instant a, @Nullable Instant b) {
        return b == null || a.isBefore(b) ? a : b;
    }

    private static Instant later(@Nullable Instant a, Instant b) {
        return a != null && a.isAfter(b) ? a : b;
    }
}
