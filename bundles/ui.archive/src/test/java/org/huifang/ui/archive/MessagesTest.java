// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.huifang.ui.MessageFiles;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern KEY = Pattern.compile("\"(files(?:\\.[a-z_]+)+)\"");

    @Test
    void every_message_is_there_in_three_languages() {
        assertThat(MessageFiles.problems(FilesView.class)).isEmpty();
    }

    @Test
    void every_key_in_the_sources_has_a_message() throws IOException {
        var path = MessageFiles.path(MessageFiles.LOCALES.getFirst());
        var known = MessageFiles.read(FilesView.class.getClassLoader().getResource(path)).keySet();

        assertThat(used()).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void every_kind_of_entry_has_a_name() throws IOException {
        var known = MessageFiles.read(
                FilesView.class.getClassLoader().getResource(MessageFiles.path(MessageFiles.LOCALES.getFirst())));

        for (var kind : FactKind.values()) {
            assertThat(known).containsKey("files.kind." + kind.key());
        }
    }

    private static Set<String> used() throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file)).results().forEach(found -> keys.add(found.group(1)));
            }
        }
        return keys;
    }
}
