// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"9-12, 14-18 | 09:00–12:00, 14:00–18:00",
            "14:00–18:00 9:30-12:00 | 09:30–12:00, 14:00–18:00",
            "０９：００－１２：００、14：00～24:00 | 09:00–12:00, 14:00–24:00",
            "8:00 - 9:00; 9:00 – 10:00 | 08:00–09:00, 09:00–10:00",
            "9:00至12:00 | 09:00–12:00", "0-24 | 00:00–24:00"})
    void hours_are_read_as_people_type_them(String typed, String shown) {
        assertThat(SpanText.read(typed).map(SpanText::write)).contains(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "9-", "nine to five", "12-9", "9-9", "9-25", "23:60-24", "9-12 11-13", "9-24:01",
            "-1-5"})
    void what_says_no_hours_is_not_read(String typed) {
        assertThat(SpanText.read(typed)).isEmpty();
    }

    @Test
    void nothing_is_a_free_day() {
        assertThat(SpanText.read("  ")).hasValueSatisfying(spans -> assertThat(spans).isEmpty());
    }
}
