// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageFilesTest {
    @TempDir
    Path folder;

    @Test
    void the_hosts_own_messages_are_complete() throws IOException {
        assertThat(MessageFiles.problems(MessageFiles.class, Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void a_key_in_the_sources_without_a_message_is_named() throws IOException {
        Files.writeString(folder.resolve("Some.java"), "text(\"ui.nowhere\", \"elsewhere.key\")");

        assertThat(MessageFiles.problems(MessageFiles.class, folder))
                .containsExactly("i18n/messages_zh_Hans.properties lacks ui.nowhere");
    }

    @Test
    void sources_without_any_key_are_the_wrong_folder() throws IOException {
        assertThat(MessageFiles.problems(MessageFiles.class, folder)).singleElement().asString()
                .startsWith("no key of i18n/messages_zh_Hans.properties stands in ");
    }

    @Test
    void what_one_language_lacks_is_named() throws IOException {
        write("zh_Hans", "a.title=标题", "a.count={0} 人");
        write("zh_Hant", "a.title=標題", "a.count={0} 人");
        write("en", "a.title=Title", "a.count=", "a.quote=It's", "a.more={1}");

        assertThat(MessageFiles.problems(this::url)).contains("i18n/messages_en.properties lacks a.count",
                "i18n/messages_zh_Hans.properties lacks a.quote",
                "i18n/messages_en.properties has a straight apostrophe in a.quote",
                "a.more has different placeholders in different languages");
    }

    @Test
    void a_missing_file_is_named() throws IOException {
        write("en", "a.title=Title");

        assertThat(MessageFiles.problems(this::url)).isEqualTo(List.of("i18n/messages_zh_Hans.properties is missing",
                "i18n/messages_zh_Hant.properties is missing"));
    }

    private void write(String language, String... lines) throws IOException {
        Files.createDirectories(folder.resolve("i18n"));
        Files.write(folder.resolve("i18n/messages_" + language + ".properties"), List.of(lines));
    }

    private @Nullable URL url(String path) {
        var file = folder.resolve(path);
        try {
            return Files.exists(file) ? file.toUri().toURL() : null;
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
