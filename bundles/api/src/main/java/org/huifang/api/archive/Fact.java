// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.State;
import org.jspecify.annotations.Nullable;

/** Something that happened. Facts are only ever added; a later fact may say otherwise, none is changed. */
public sealed interface Fact {
    /** When it happened in the world, not when it was recorded. */
    Instant at();

    /** What a course platform says; the archive resolves its keys. */
    sealed interface FromPlatform extends Fact {
        CourseKey course();
    }

    /** What Huifang did itself, about people and courses that have a file already. */
    sealed interface FromHuifang extends Fact {
        UUID learner();

        UUID course();

        /** The obligation it belongs to. */
        UUID obligation();

        /** The step of the plan: {@code first}, {@code mid}, {@code end}. */
        String step();
    }

    /** The course is called so and lasts so long; null is "says nothing". */
    record CourseDescribed(CourseKey course, @Nullable String title, @Nullable LocalDate start,
            @Nullable LocalDate end, Instant at) implements FromPlatform {}

    /** A person opened Huifang from a course page; also tells that they belong to the course. */
    record Launched(CourseKey course, PersonKey person, Identity identity, CourseRole role, Instant at)
            implements
                FromPlatform {}

    /** A person belongs to a course from now on; again for one who belongs already brings the identity up to date. */
    record Enrolled(CourseKey course, PersonKey person, Identity identity, CourseRole role, Instant at)
            implements
                FromPlatform {}

    /** A person does not belong to a course any more: refunded, moved, withdrawn. */
    record Left(CourseKey course, PersonKey person, Instant at) implements FromPlatform {}

    /**
     * A lesson was completed.
     *
     * @param lesson its title
     * @param progress of the course after it, 0 to 100 per cent
     */
    record LessonCompleted(CourseKey course, PersonKey person, String lesson, int progress, Instant at)
            implements
                FromPlatform {}

    /** A person finished a course. */
    record CourseFinished(CourseKey course, PersonKey person, Instant at) implements FromPlatform {}

    /** An obligation entered the queue; it is to be settled by {@code due}. */
    record FellDue(UUID learner, UUID course, UUID obligation, String step, Instant due, Instant at)
            implements
                FromHuifang {}

    /**
     * A contact was attempted.
     *
     * @param state of the obligation after it
     * @param agent the account of whoever tried
     */
    record Revisited(UUID learner, UUID course, UUID obligation, String step, Outcome outcome, State state, String note,
            UUID agent, Instant due, Instant at) implements FromHuifang {}

    /**
     * A questionnaire was handed in, which settles its obligation.
     *
     * @param satisfaction 1 to 5, or null for "prefer not to say"
     * @param recommendation 0 to 10, or null for "prefer not to say"
     */
    record Answered(UUID learner, UUID course, UUID obligation, String step, @Nullable Integer satisfaction,
            @Nullable Integer recommendation, String comment, Instant due, Instant at) implements FromHuifang {}

    /** Nothing is owed any more, for this reason: the person left the course. */
    record Exempted(UUID learner, UUID course, UUID obligation, String step, String reason, Instant at)
            implements
                FromHuifang {}
}
