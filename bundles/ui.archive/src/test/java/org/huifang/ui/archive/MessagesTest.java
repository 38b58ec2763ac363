// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.huifang.ui.MessageFiles;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void every_key_has_a_message_in_three_languages() throws IOException {
        assertThat(MessageFiles.problems(FilesView.class, Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void every_kind_of_entry_has_a_name() throws IOException {
        var known = MessageFiles.read(
                FilesView.class.getClassLoader().getResource(MessageFiles.path(MessageFiles.LOCALES.getFirst())));

        for (var kind : FactKind.values()) {
            assertThat(known).containsKey("files.kind." + kind.key());
        }
    }
}
