// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.time.LocalDate;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.api.evaluation.Estimate;

/** How answers are written: times by RFC 3339 in UTC, sealed types with their kind, nothing for null. */
public final class Json {
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    private interface WithKind {}

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(TenantId.class, ToStringSerializer.instance))
            .addMixIn(Fact.class, WithKind.class).addMixIn(Estimate.class, WithKind.class)
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
}
