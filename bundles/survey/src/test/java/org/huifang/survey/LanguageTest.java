// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void the_link_decides_before_the_browser() {
        assertThat(Language.of("en", "zh-CN")).isEqualTo(Language.EN);
        assertThat(Language.of("zh-Hant", "en")).isEqualTo(Language.ZH_HANT);
        assertThat(Language.of("<script>", "en-GB")).isEqualTo(Language.EN);
    }

    @Test
    void the_browsers_order_of_preference_is_followed() {
        assertThat(Language.of(null, "de,zh-TW;q=0.8,en;q=0.5")).isEqualTo(Language.ZH_HANT);
        assertThat(Language.of(null, "zh-CN,zh;q=0.9")).isEqualTo(Language.ZH_HANS);
        assertThat(Language.of(null, "zh-Hant-HK")).isEqualTo(Language.ZH_HANT);
        assertThat(Language.of(null, "en;q=0.3,zh-Hans-SG;q=0.7")).isEqualTo(Language.ZH_HANS);
    }

    @Test
    void without_anything_to_go_by_it_is_simplified_chinese() {
        assertThat(Language.of(null, null)).isEqualTo(Language.ZH_HANS);
        assertThat(Language.of(null, "x;;q=..")).isEqualTo(Language.ZH_HANS);
        assertThat(Language.of("", "a,".repeat(10_000))).isEqualTo(Language.ZH_HANS);
    }

    @Test
    void every_sentence_is_there_in_every_language_with_the_same_places() {
        for (Language language : Language.values()) {
            assertThat(language.texts().keySet()).as(language.tag()).isEqualTo(Language.EN.texts().keySet());
            for (String key : language.texts().stringPropertyNames()) {
                assertThat(places(language, key)).as(language.tag() + " " + key).isEqualTo(places(Language.EN, key));
                assertThat(language.texts().getProperty(key)).as(language.tag() + " " + key).isNotBlank()
                        .doesNotContain("'", "!", "！");
            }
        }
    }

    private static String places(Language language, String key) {
        return Pattern.compile("\\{\\d}").matcher(language.texts().getProperty(key)).results().map(r -> r.group())
                .sorted().collect(Collectors.joining());
    }
}
