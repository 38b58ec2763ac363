// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.util.List;

/** What is true or false of a learner in a course at a moment; a trigger waits for it to become true. */
public sealed interface When {
    /** All of these; true when there is none. */
    record All(List<When> parts) implements When {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of these; false when there is none. */
    record Any(List<When> parts) implements When {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** The contrary. */
    record Not(When part) implements When {}

    /** No visit and no lesson for so many days, and not finished. */
    record Inactive(int days) implements When {}

    /** The last test was not passed. */
    record TestFailed() implements When {}

    /** The last test had fewer than this of 100. */
    record ScoreBelow(int score) implements When {}

    /** The last answer about satisfaction was below this of 5. */
    record SatisfactionBelow(int satisfaction) implements When {}

    /** Complained within the last days. */
    record Complained(int days) implements When {}

    /** Asked for the money within the last days. */
    record RefundAsked(int days) implements When {}

    /** At most so many of the lessons that were paid for are left. */
    record LessonsLeft(int most) implements When {}

    /** What was paid for ends within so many days, and has not ended. */
    record ExpiresWithin(int days) implements When {}

    /** Progress in per cent, both ends included. */
    record Progress(int least, int most) implements When {}
}
