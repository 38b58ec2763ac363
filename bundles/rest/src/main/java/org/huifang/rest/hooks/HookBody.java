// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.hooks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.huifang.rest.Problem;
import org.jspecify.annotations.Nullable;

/** Reads fields by JSON pointer and gathers what is wrong with them. Fields that nobody asks for are left alone. */
final class HookBody {
    private static final ObjectReader STRICT = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).maxNumberLength(30)
                            .maxStringLength(20_000).maxNameLength(200).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().readerFor(JsonNode.class);

    /** Those that facts are read by, and no others. */
    private static final Map<String, JsonPointer> POINTERS = new ConcurrentHashMap<>();

    private final JsonNode root;
    private final List<Problem.Place> errors = new ArrayList<>();

    private HookBody(JsonNode root) {
        this.root = root;
    }

    static HookBody parse(byte[] body) throws Refused {
        return new HookBody(tree(body));
    }

    /** An object, within bounds. */
    static JsonNode tree(byte[] body) throws Refused {
        try {
            JsonNode root = STRICT.readValue(body);
            if (root.isObject()) {
                return root;
            }
            throw malformed("The body is not a JSON object.");
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw malformed(at == null
                    ? "The body is not JSON."
                    : String.format(Locale.ROOT, "The body is not JSON at line %d, column %d, or is nested too deeply.",
                            at.getLineNr(), at.getColumnNr()));
        } catch (IOException e) {
            throw malformed("The body is not JSON.");
        }
    }

    private static Refused malformed(String detail) {
        return Refused.because("malformed-json", 400, "The body cannot be read", detail);
    }

    private JsonNode at(String pointer) {
        return root.at(POINTERS.computeIfAbsent(pointer, JsonPointer::compile));
    }

    @Nullable
    String optional(String pointer, int most) {
        JsonNode node = at(pointer);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual() || node.textValue().length() > most) {
            return wrong(pointer, "is not a text of at most " + most + " characters");
        }
        return storable(node.textValue()) ? node.textValue() : wrong(pointer, "holds a character that is not text");
    }

    /** Never null; "" stands for what was wrong. */
    String required(String pointer, int most) {
        if (at(pointer).asText().isBlank() || at(pointer).isNull()) {
            wrong(pointer, "is missing");
            return "";
        }
        String text = optional(pointer, most);
        return text == null ? "" : text;
    }

    int percent(String pointer) {
        JsonNode node = at(pointer);
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0 || node.intValue() > 100) {
            wrong(pointer, "is not a whole number from 0 to 100");
        }
        return node.intValue();
    }

    /** Null when it is not there. */
    @Nullable
    Integer count(String pointer) {
        JsonNode node = at(pointer);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
            wrong(pointer, "is not a whole number from 0 on");
        }
        return node.intValue();
    }

    /** Null when it is not there. */
    @Nullable
    Long number(String pointer) {
        JsonNode node = at(pointer);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            wrong(pointer, "is not a whole number from 0 on");
            return null;
        }
        return node.longValue();
    }

    boolean flag(String pointer) {
        JsonNode node = at(pointer);
        if (!node.isBoolean()) {
            wrong(pointer, "is not true or false");
        }
        return node.booleanValue();
    }

    Instant time(String pointer) {
        Instant time = parsed(required(pointer, 40), pointer, "is not a date and time by RFC 3339",
                text -> OffsetDateTime.parse(text).toInstant());
        return time == null ? Instant.EPOCH : time;
    }

    @Nullable
    LocalDate day(String pointer) {
        String text = optional(pointer, 10);
        return text == null ? null : parsed(text, pointer, "is not a date by RFC 3339", LocalDate::parse);
    }

    <T> @Nullable T parsed(String text, String pointer, String otherwise, Function<String, T> parse) {
        try {
            return text.isEmpty() ? null : parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            wrong(pointer, otherwise);
            return null;
        }
    }

    @Nullable
    String wrong(String pointer, String detail) {
        errors.add(new Problem.Place(pointer, detail));
        return null;
    }

    void check() throws Refused {
        if (!errors.isEmpty()) {
            throw new Refused(Problem.of("invalid-hook", 422, "The hook cannot be understood",
                    "No fact was recorded; each error names its place.", errors));
        }
    }

    private static boolean storable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
