// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.huifang.api.care.Greeted;
import org.huifang.api.care.Greeting;
import org.huifang.ui.MessageFiles;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void every_key_has_a_message_in_three_languages() throws IOException {
        assertThat(MessageFiles.problems(CareView.class, Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void every_state_reason_occasion_and_language_has_words() throws IOException {
        assertThat(keys()).containsAll(keys("care.state.", "", Greeted.State.values()))
                .containsAll(keys("care.history.which.", "", Greeted.State.values()))
                .containsAll(keys("care.reason.", "", Greeted.Reason.values()))
                .containsAll(keys("care.kind.", "", Happening.values()))
                .containsAll(keys("care.text.", ".subject", Happening.values()))
                .containsAll(keys("care.text.", ".body", Happening.values()))
                .containsAll(Greeting.LANGUAGES.stream().map("care.language."::concat).toList());
    }

    private static Set<String> keys() throws IOException {
        return MessageFiles.read(CareView.class.getClassLoader().getResource(MessageFiles.path(Locale.ENGLISH)))
                .keySet();
    }

    private static List<String> keys(String prefix, String end, Object... names) {
        return Stream.of(names).map(name -> prefix + name.toString().toLowerCase(Locale.ROOT) + end).toList();
    }
}
