// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.huifang.api.identity.InvalidAccount;
import org.huifang.ui.MessageFiles;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern KEY = Pattern.compile("\"(admin(?:\\.[a-z_]+)+)\"");

    @Test
    void every_message_is_there_in_three_languages() {
        assertThat(MessageFiles.problems(BundlesView.class)).isEmpty();
    }

    @Test
    void every_key_in_the_sources_has_a_message() throws IOException {
        var path = MessageFiles.path(MessageFiles.LOCALES.getFirst());
        var known = MessageFiles.read(BundlesView.class.getClassLoader().getResource(path)).keySet();

        assertThat(used()).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void every_reason_for_a_refused_account_has_a_sentence() throws IOException {
        var known = MessageFiles.read(
                BundlesView.class.getClassLoader().getResource(MessageFiles.path(MessageFiles.LOCALES.getFirst())));

        for (var reason : InvalidAccount.Reason.values()) {
            assertThat(known).containsKey("admin.invalid." + reason.name().toLowerCase(Locale.ROOT));
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
