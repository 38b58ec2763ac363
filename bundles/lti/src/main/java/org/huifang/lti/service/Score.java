// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a learner reached. Moodle keeps only scores that are {@link Grading#FULLY_GRADED}.
 *
 * @param userId the same as the subject of the learner's launches
 * @param activity how far the learner is
 * @param grading how far the grading is
 * @param given the points; null clears what was given before
 * @param maximum what the points are of, needed where points are given; more points than that are legal
 * @param comment for the learner, plain text; null for none
 * @param scoringUserId who graded; null for nobody in particular
 * @param startedAt when the learner began; null when not known
 * @param submittedAt when the work was handed in; null when not known
 * @param extensions members of other vocabularies, for example of Canvas
 */
public record Score(String userId, Activity activity, Grading grading, @Nullable Double given,
        @Nullable Double maximum, @Nullable String comment, @Nullable String scoringUserId,
        @Nullable Instant startedAt, @Nullable Instant submittedAt, Map<String, Object> extensions) {
    /** How far a learner is with the activity. */
    public enum Activity {
        /** Not begun, or begun anew. */
        INITIALIZED("Initialized"),
        /** Begun. */
        STARTED("Started"),
        /** Being worked on. */
        IN_PROGRESS("InProgress"),
        /** Handed in, and could be changed still. */
        SUBMITTED("Submitted"),
        /** Done. */
        COMPLETED("Completed");

        private final String word;

        Activity(String word) {
            this.word = word;
        }

        /**
         * The word of the specification.
         *
         * @return for example {@code InProgress}
         */
        public String word() {
            return word;
        }
    }

    /** How far the grading is. */
    public enum Grading {
        /** Done, and the score is final for now. */
        FULLY_GRADED("FullyGraded"),
        /** Going on by itself. */
        PENDING("Pending"),
        /** Waits for somebody. */
        PENDING_MANUAL("PendingManual"),
        /** Did not work. */
        FAILED("Failed"),
        /** Not begun. */
        NOT_READY("NotReady");

        private final String word;

        Grading(String word) {
            this.word = word;
        }

        /**
         * The word of the specification.
         *
         * @return for example {@code FullyGraded}
         */
        public String word() {
            return word;
        }
    }

    /** Refuses what no platform takes, and copies the extensions. */
    public Score {
        boolean points = given == null
                || given >= 0 && Double.isFinite(given) && maximum != null && maximum > 0 && Double.isFinite(maximum);
        if (userId.isBlank() || !points) {
            throw new IllegalArgumentException("a score needs a user, and points need a maximum above zero");
        }
        extensions = Map.copyOf(new LinkedHashMap<>(extensions));
    }

    /**
     * The final score of somebody who is done.
     *
     * @param userId the learner
     * @param given the points
     * @param maximum what they are of
     * @return completed and fully graded
     */
    public static Score finished(String userId, double given, double maximum) {
        return new Score(userId, Activity.COMPLETED, Grading.FULLY_GRADED, given, maximum, null, null, null, null,
                Map.of());
    }

    /**
     * Takes back what was given before.
     *
     * @param userId the learner
     * @return begun anew, without points
     */
    public static Score cleared(String userId) {
        return new Score(userId, Activity.INITIALIZED, Grading.NOT_READY, null, null, null, null, null, null,
                Map.of());
    }

    @Override
    public String toString() {
        return "Score[" + activity + ", " + grading + "]";
    }
}
