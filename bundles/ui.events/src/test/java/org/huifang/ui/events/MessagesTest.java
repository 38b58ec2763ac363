// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.huifang.ui.MessageFiles;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void every_key_has_a_message_in_three_languages() throws IOException {
        assertThat(MessageFiles.problems(HooksView.class, Path.of("src/main/java"))).isEmpty();
    }
}
