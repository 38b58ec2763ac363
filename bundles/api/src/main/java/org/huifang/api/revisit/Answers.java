// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import org.jspecify.annotations.Nullable;

/**
 * The answers of one sheet; null is "not answered" or "prefer not to say".
 *
 * @param satisfaction 1 (very dissatisfied) to 5 (very satisfied)
 * @param recommendation 0 (not at all likely) to 10 (extremely likely)
 * @param comment at most 5,000 characters
 */
public record Answers(@Nullable Integer satisfaction, @Nullable Integer recommendation, String comment) {
    /** Nothing answered. */
    public static final Answers NONE = new Answers(null, null, "");

    public Answers {
        if (satisfaction != null && (satisfaction < 1 || satisfaction > 5)) {
            throw new IllegalArgumentException("satisfaction is 1 to 5");
        }
        if (recommendation != null && (recommendation < 0 || recommendation > 10)) {
            throw new IllegalArgumentException("recommendation is 0 to 10");
        }
        if (comment.length() > 5_000) {
            throw new IllegalArgumentException("a comment has at most 5,000 characters");
        }
    }
}
