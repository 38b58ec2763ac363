// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.huifang.api.platform.Check;
import org.huifang.ui.MessageFiles;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void every_key_has_a_message_in_three_languages() throws IOException {
        assertThat(MessageFiles.problems(PlatformsView.class, Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void every_check_has_a_name_and_what_to_do_about_it() throws IOException {
        var known = MessageFiles.read(
                PlatformsView.class.getClassLoader().getResource(MessageFiles.path(MessageFiles.LOCALES.getFirst())));
        for (var check : Check.values()) {
            assertThat(known).containsKeys(CheckList.key(check), CheckList.key(check) + ".fix");
        }
    }
}
