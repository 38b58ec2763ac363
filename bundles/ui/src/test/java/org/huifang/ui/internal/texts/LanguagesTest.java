// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    @ParameterizedTest
    @CsvSource({"zh-CN,zh-Hans", "zh-TW,zh-Hant", "zh-HK,zh-Hant", "zh,zh-Hans", "zh-Hant-CN,zh-Hant", "en-GB,en",
            "zh_TW,zh-Hant"})
    void a_tag_of_a_platform_or_browser_leads_to_one_of_our_languages(String tag, String ours) {
        assertThat(Languages.of(tag)).isNotNull().hasToString(Locale.forLanguageTag(ours).toString());
    }

    @Test
    void the_first_of_ours_that_a_browser_accepts_is_taken() {
        assertThat(Languages.accepted("de-DE,de;q=0.9,zh-TW;q=0.8,en;q=0.7").toLanguageTag()).isEqualTo("zh-Hant");
    }

    @ParameterizedTest
    @CsvSource(value = {"de", "null", "''", "not a header;;;q=x"}, nullValues = "null")
    void everybody_else_is_served_in_english(String header) {
        assertThat(Languages.accepted(header).toLanguageTag()).isEqualTo("en");
    }
}
