// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.huifang.api.script.Decision;
import org.huifang.api.script.Finding;
import org.huifang.api.script.ScriptEvent;
import org.huifang.api.script.ScriptVersion;
import org.huifang.api.script.Slots;
import org.huifang.ui.MessageFiles;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void every_key_has_a_message_in_three_languages() throws IOException {
        assertThat(MessageFiles.problems(ScriptsView.class, Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void every_state_problem_event_and_slot_has_its_words() throws IOException {
        var url = ScriptsView.class.getClassLoader().getResource(MessageFiles.path(Locale.ENGLISH));
        assertThat(MessageFiles.read(url)).containsKeys(Stream.of(keys("status", ScriptVersion.Status.values()),
                keys("problem", Finding.Problem.values()), keys("event", ScriptEvent.What.values()),
                keys("refused", Decision.MOVED_ON, Decision.OWN_WORK, Decision.FAULTY),
                keys("slot", Slots.ALL.toArray()), keys("sample", Slots.ALL.toArray())).flatMap(List::stream)
                .toArray(String[]::new));
    }

    private static List<String> keys(String kind, Object... names) {
        return Arrays.stream(names).map(name -> "scripts." + kind + "." + name.toString().toLowerCase(Locale.ROOT))
                .toList();
    }
}
