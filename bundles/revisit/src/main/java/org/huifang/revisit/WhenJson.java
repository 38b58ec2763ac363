// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.huifang.api.revisit.When;

/** How conditions of triggers are stored; the names stand in the database. */
final class WhenJson {
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({@Type(value = When.All.class, name = "all"), @Type(value = When.Any.class, name = "any"),
            @Type(value = When.Not.class, name = "not"), @Type(value = When.Inactive.class, name = "inactive"),
            @Type(value = When.TestFailed.class, name = "testFailed"),
            @Type(value = When.ScoreBelow.class, name = "scoreBelow"),
            @Type(value = When.SatisfactionBelow.class, name = "satisfactionBelow"),
            @Type(value = When.Complained.class, name = "complained"),
            @Type(value = When.RefundAsked.class, name = "refundAsked"),
            @Type(value = When.LessonsLeft.class, name = "lessonsLeft"),
            @Type(value = When.ExpiresWithin.class, name = "expiresWithin"),
            @Type(value = When.Progress.class, name = "progress")})
    private interface Named {}

    private static final ObjectMapper JSON = JsonMapper.builder().addMixIn(When.class, Named.class).build();

    private WhenJson() {
    }

    static String write(When when) {
        try {
            return JSON.writerFor(When.class).writeValueAsString(when);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a condition cannot be written", e);
        }
    }

    static When read(String json) {
        try {
            return JSON.readValue(json, When.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored condition cannot be read", e);
        }
    }
}
