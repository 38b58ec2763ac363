// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.huifang.api.revisit.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private record All(@Nullable Instant at, @Nullable LocalDate day, @Nullable UUID id, @Nullable Outcome outcome,
            @Nullable Integer number, @Nullable Boolean flag) {}

    @ParameterizedTest
    @ValueSource(strings = {"at", "day", "id", "outcome", "number", "flag"})
    void an_empty_text_is_no_value_of_another_kind(String field) {
        for (String nothing : new String[]{"", "  "}) {
            var body = "{\"" + field + "\": \"" + nothing + "\"}";
            assertThatThrownBy(() -> Json.read(body.getBytes(StandardCharsets.UTF_8), All.class)).as(body)
                    .isInstanceOf(Refusal.class);
        }
    }
}
