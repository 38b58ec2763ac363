// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.segment;

/** What can be measured of one person; of answers, the last one over all courses. */
public enum Measure {
    /** Answered in a questionnaire, 1 to 5. */
    SATISFACTION(1, 5),
    /** Answered in a questionnaire, 0 to 10. */
    RECOMMENDATION(0, 10),
    /** Per cent of the required fields that the file has, as {@link org.huifang.api.archive.FileQuality#policies} says. */
    COMPLETENESS(0, 100);

    private final int least;
    private final int most;

    Measure(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** The lowest there is. */
    public int least() {
        return least;
    }

    /** The highest there is. */
    public int most() {
        return most;
    }
}
