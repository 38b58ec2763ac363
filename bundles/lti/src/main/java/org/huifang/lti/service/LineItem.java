// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of grades.
 *
 * @param id its address; null only before it was made
 * @param label its name
 * @param scoreMaximum above zero
 * @param resourceId the tool's own mark; null for none
 * @param tag another mark; null for none
 * @param resourceLinkId the link it belongs to; null for none
 * @param startDateTime from when work can be handed in; null for always
 * @param endDateTime until when; null for always
 * @param gradesReleased whether learners see the grades; null when not said
 * @param review how submissions are looked at; null when not said
 * @param extensions members of other vocabularies, for example of Canvas, kept as they came
 */
public record LineItem(@Nullable URI id, String label, double scoreMaximum, @Nullable String resourceId,
        @Nullable String tag, @Nullable String resourceLinkId, @Nullable Instant startDateTime,
        @Nullable Instant endDateTime, @Nullable Boolean gradesReleased, @Nullable Review review,
        Map<String, Object> extensions) {
    /**
     * Submission review of this column (Submission Review 1.0).
     *
     * @param reviewableStatus the states of work that can be looked at, for example {@code Submitted}
     * @param label what is written on the link; null for the platform's word
     * @param url the page; null for the tool's usual one
     * @param custom parameters of its launches
     */
    public record Review(List<String> reviewableStatus, @Nullable String label, @Nullable URI url,
            Map<String, String> custom) {
        /** Copies the collections, so that the value cannot change. */
        public Review {
            reviewableStatus = List.copyOf(reviewableStatus);
            custom = Map.copyOf(custom);
        }
    }

    /** Refuses what no platform takes, and copies the extensions. */
    public LineItem {
        if (label.isBlank() || !(scoreMaximum > 0) || !Double.isFinite(scoreMaximum)) {
            throw new IllegalArgumentException("a line item needs a label and a maximum above zero");
        }
        extensions = Map.copyOf(new LinkedHashMap<>(extensions));
    }

    /**
     * A column to be made.
     *
     * @param label its name
     * @param scoreMaximum above zero
     * @param resourceId the tool's own mark, by which it is found again
     * @param tag another mark; null for none
     * @return not bound to a link
     */
    public static LineItem named(String label, double scoreMaximum, String resourceId, @Nullable String tag) {
        return new LineItem(null, label, scoreMaximum, resourceId, tag, null, null, null, null, null, Map.of());
    }
}
