// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huifang.lti.json.Json;
import org.jspecify.annotations.Nullable;

/** Line items, scores and results as JSON. */
final class GradesJson {
    /** With three digits below the second: some platforms read no others. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private GradesJson() {
    }

    static String write(LineItem item) {
        Map<String, Object> json = new LinkedHashMap<>(item.extensions());
        put(json, "id", item.id());
        json.put("label", item.label());
        json.put("scoreMaximum", number(item.scoreMaximum()));
        put(json, "resourceId", item.resourceId());
        put(json, "tag", item.tag());
        put(json, "resourceLinkId", item.resourceLinkId());
        put(json, "startDateTime", item.startDateTime());
        put(json, "endDateTime", item.endDateTime());
        put(json, "gradesReleased", item.gradesReleased());
        LineItem.Review review = item.review();
        if (review != null) {
            Map<String, Object> member = new LinkedHashMap<>();
            put(member, "reviewableStatus", review.reviewableStatus());
            put(member, "label", review.label());
            put(member, "url", review.url());
            put(member, "custom", review.custom());
            json.put("submissionReview", member);
        }
        return Json.write(json);
    }

    static @Nullable LineItem lineItem(Json json) {
        Double maximum = json.decimal("scoreMaximum");
        if (json.web("id") == null) {
            return null;
        }
        Map<String, Object> extensions = new LinkedHashMap<>();
        json.members().forEach((name, value) -> {
            if (name.contains("://") && value != null) {
                extensions.put(name, value);
            }
        });
        Json review = json.object("submissionReview");
        return new LineItem(json.web("id"), Objects.requireNonNullElse(json.text("label"), "?"),
                maximum == null || maximum <= 0 ? 1 : maximum, json.text("resourceId"), json.text("tag"),
                id(json, "resourceLinkId"), time(json.text("startDateTime")), time(json.text("endDateTime")),
                json.flag("gradesReleased"), review.members().isEmpty()
                        ? null
                        : new LineItem.Review(review.texts("reviewableStatus"), review.text("label"),
                                review.web("url"), review.object("custom").asTexts()),
                extensions);
    }

    static String write(Score score, Instant at) {
        Map<String, Object> json = new LinkedHashMap<>(score.extensions());
        json.put("userId", score.userId());
        json.put("timestamp", TIME.format(at));
        json.put("activityProgress", score.activity().word());
        json.put("gradingProgress", score.grading().word());
        put(json, "scoreGiven", number(score.given()));
        put(json, "scoreMaximum", number(score.maximum()));
        put(json, "comment", score.comment());
        put(json, "scoringUserId", score.scoringUserId());
        Map<String, Object> submission = new LinkedHashMap<>();
        put(submission, "startedAt", score.startedAt());
        put(submission, "submittedAt", score.submittedAt());
        if (!submission.isEmpty()) {
            json.put("submission", submission);
        }
        return Json.write(json);
    }

    static List<Result> result(Json json) {
        String userId = id(json, "userId");
        return userId == null
                ? List.of()
                : List.of(new Result(json.web("id"), userId, json.decimal("resultScore"),
                        json.decimal("resultMaximum"), json.text("comment"), json.web("scoreOf"),
                        id(json, "scoringUserId")));
    }

    private static @Nullable String id(Json json, String name) {
        Long number = json.number(name);
        return number == null ? json.id(name) : number.toString();
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A whole number is written without a point, as people do. */
    private static @Nullable Number number(@Nullable Double value) {
        return value == null
                ? null
                : value == Math.rint(value) && Math.abs(value) < 1e15
                        ? (Number) value.longValue()
                        : value;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name,
                    value instanceof Instant at ? TIME.format(at) : value instanceof URI ? value.toString() : value);
        }
    }
}
