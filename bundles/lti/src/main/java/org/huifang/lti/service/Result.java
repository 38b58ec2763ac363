// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What the platform has as a learner's grade, which somebody may have changed there.
 *
 * @param id its address; null when not sent
 * @param userId the learner
 * @param score the grade; null when there is none
 * @param maximum what it is of; null when not sent, which means 1
 * @param comment the grader's words; null for none
 * @param scoreOf the line item; null when not sent
 * @param scoringUserId who graded; null when not sent
 */
public record Result(@Nullable URI id, String userId, @Nullable Double score, @Nullable Double maximum,
        @Nullable String comment, @Nullable URI scoreOf, @Nullable String scoringUserId) {
    @Override
    public String toString() {
        return "Result[" + (score == null ? "none" : "graded") + "]";
    }
}
