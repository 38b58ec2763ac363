// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.huifang.ui.MessageFiles;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void every_key_has_a_message_in_three_languages() throws IOException {
        assertThat(MessageFiles.problems(PoliciesView.class, Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void everything_that_a_day_can_become_and_every_class_of_data_has_a_word() throws IOException {
        var known = MessageFiles.read(
                PoliciesView.class.getClassLoader().getResource(MessageFiles.path(MessageFiles.LOCALES.getFirst())));
        var becomes = Arrays.stream(DayForm.Becomes.values())
                .map(each -> "policies.day.becomes." + each.name().toLowerCase(Locale.ROOT));
        var data = Stream.of("contact", "contactminor", "note", "noteminor", "consent").map("policies.data."::concat);
        assertThat(known.keySet()).containsAll(Stream.concat(becomes, data).toList());
    }
}
