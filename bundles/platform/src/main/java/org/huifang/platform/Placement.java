// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What can be placed in a course. The word is a custom parameter of the launch, so that the platform signs it. */
enum Placement {
    /** The learner's questionnaire; a finished one is marked. */
    QUESTIONNAIRE,
    /** The course at a glance, for those who teach it. */
    PULSE,
    /** What the learner is going to be asked, and when. */
    REVISITS,
    /** What is kept of the learner. */
    DATA;

    /** The custom parameter. */
    static final String PARAMETER = "huifang_place";

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Placement> of(String word) {
        return Arrays.stream(values()).filter(place -> place.word().equals(word)).findFirst();
    }

    static Optional<Placement> of(Map<String, String> custom) {
        return of(custom.getOrDefault(PARAMETER, ""));
    }
}
