// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.huifang.api.segment.Condition;

/** How conditions stand in the database: {@code {"is": "wears", "tag": "vip"}}. Names here are stored. */
final class ConditionJson {
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({@JsonSubTypes.Type(value = Condition.All.class, name = "all"),
            @JsonSubTypes.Type(value = Condition.Any.class, name = "any"),
            @JsonSubTypes.Type(value = Condition.Not.class, name = "not"),
            @JsonSubTypes.Type(value = Condition.Is.class, name = "equal"),
            @JsonSubTypes.Type(value = Condition.Contains.class, name = "contains"),
            @JsonSubTypes.Type(value = Condition.Known.class, name = "known"),
            @JsonSubTypes.Type(value = Condition.Wears.class, name = "wears"),
            @JsonSubTypes.Type(value = Condition.InCourse.class, name = "course"),
            @JsonSubTypes.Type(value = Condition.Active.class, name = "active"),
            @JsonSubTypes.Type(value = Condition.EnrolledWithin.class, name = "enrolled"),
            @JsonSubTypes.Type(value = Condition.KeptBy.class, name = "kept"),
            @JsonSubTypes.Type(value = Condition.Bought.class, name = "bought"),
            @JsonSubTypes.Type(value = Condition.Reached.class, name = "reached"),
            @JsonSubTypes.Type(value = Condition.Measured.class, name = "measured"),
            @JsonSubTypes.Type(value = Condition.OutOfDate.class, name = "outdated")})
    private interface Named {}

    private static final ObjectMapper JSON = JsonMapper.builder().addMixIn(Condition.class, Named.class)
            .defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL).build();

    private ConditionJson() {
    }

    static String write(Condition condition) {
        try {
            return JSON.writerFor(Condition.class).writeValueAsString(condition);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a condition cannot be written", e);
        }
    }

    static Condition read(String json) {
        try {
            return JSON.readValue(json, Condition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored condition cannot be read", e);
        }
    }
}
