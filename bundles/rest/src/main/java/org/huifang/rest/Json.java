// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;

/**
 * How answers are written and bodies are read: times by RFC 3339 in UTC, sealed types with their kind, nothing for null.
 * What a body has and nobody knows is refused, and so is an empty text where a time, an id or a word of a list is wanted.
 */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder().annotationIntrospector(new RecordRules())
            .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(Duration.class, ToStringSerializer.instance)
                    .addSerializer(TenantId.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, Times.instant()).addDeserializer(LocalDate.class, Times.day()))
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                    DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .withCoercionConfigDefaults(all -> all.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL).build();

    private Json() {
    }

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }

    /** Any JSON, for the description of the API. */
    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** @throws Refusal naming what is wrong where */
    public static <T> T read(byte[] body, Class<T> type) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new Refusal(Problem.of("json", 400, "That is not JSON",
                    "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr()));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
        Plain.check(tree, "");
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonMappingException e) {
            throw Refusal.body(pointer(e), wrong(e));
        } catch (JsonProcessingException e) {
            throw Refusal.body("", "cannot be read");
        }
    }

    private static String pointer(JsonMappingException e) {
        String above = e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null
                        ? String.valueOf(step.getIndex())
                        : step.getFieldName().replace("~", "~0").replace("/", "~1")))
                .collect(Collectors.joining());
        return above;
    }

    /** Only what our own types say is told in their words. */
    private static String wrong(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "is not known here";
            case ValueInstantiationException refused when refused.getCause() instanceof IllegalArgumentException own
                    && own.getMessage() != null ->
                own.getMessage();
            case MismatchedInputException mismatch when mismatch.getOriginalMessage() instanceof String message
                    && message.startsWith("Missing required") ->
                "is missing";
            default -> "is not of the kind that is wanted here";
        };
    }
}
