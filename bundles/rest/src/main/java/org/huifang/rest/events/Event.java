// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.huifang.rest.Problem;
import org.huifang.rest.hooks.Refused;
import org.jspecify.annotations.Nullable;

/**
 * One event as it came, and where in the body it stands.
 *
 * @param place a JSON pointer, "" for the body itself
 */
record Event(JsonNode node, String place) {
    private static final int LONGEST = 500;
    /** Clocks differ; more than that is a mistake. */
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final ObjectReader STRICT = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(40).maxNumberLength(30)
                            .maxStringLength(50_000).maxNameLength(500).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().readerFor(JsonNode.class);

    /** The body, within bounds. */
    static Event parse(byte[] body) throws Refused {
        try {
            JsonNode root = STRICT.readValue(body);
            return new Event(root == null ? MissingNode.getInstance() : root, "");
        } catch (IOException e) {
            throw Refused.because("malformed-json", 400, "The body cannot be read",
                    "It is not JSON, has a field twice, or is nested too deeply.");
        }
    }

    static Refused wrong(String pointer, String detail) {
        return new Refused(Problem.of("invalid-event", 422, "An event cannot be understood",
                "Nothing was recorded; the error names its place.", List.of(new Problem.Place(pointer, detail))));
    }

    Event element(int index) throws Refused {
        return object(node.path(index), place + "/" + index);
    }

    static Event object(JsonNode node, String place) throws Refused {
        if (!node.isObject()) {
            throw wrong(place, "is not an object");
        }
        return new Event(node, place);
    }

    JsonNode at(String pointer) {
        return node.at(JsonPointer.compile(pointer));
    }

    /** "" when it is not there or no text. */
    String text(String pointer) {
        JsonNode found = at(pointer);
        String text = found.isTextual() || found.isIntegralNumber() ? found.asText() : "";
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** The first of these that is there, or "". */
    String first(String... pointers) {
        for (String pointer : pointers) {
            String text = text(pointer);
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }

    String required(String pointer) throws Refused {
        String text = text(pointer);
        if (text.isBlank()) {
            throw wrong(place + pointer, "is missing");
        }
        return text;
    }

    /** Null when it is not a number. */
    @Nullable
    Double number(String pointer) {
        JsonNode found = at(pointer);
        return found.isNumber() && Double.isFinite(found.doubleValue()) ? Double.valueOf(found.doubleValue()) : null;
    }

    Instant time(String pointer, Instant now) throws Refused {
        try {
            Instant time = OffsetDateTime.parse(required(pointer)).toInstant();
            if (time.isBefore(Instant.EPOCH) || time.isAfter(now.plus(AHEAD))) {
                throw wrong(place + pointer, "is before 1970 or in the future");
            }
            return time;
        } catch (DateTimeException e) {
            throw wrong(place + pointer, "is not a date and time by RFC 3339");
        }
    }

    /** A part of a whole in per cent, or null when there is no whole. */
    static @Nullable Integer percent(@Nullable Double part, @Nullable Double whole) {
        return part == null || whole == null || whole <= 0
                ? null
                : (int) Math.clamp(Math.round(100 * part / whole), 0L, 100L);
    }
}
