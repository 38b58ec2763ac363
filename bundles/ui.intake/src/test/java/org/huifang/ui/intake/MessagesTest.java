// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.huifang.api.archive.Field;
import org.huifang.api.intake.ColumnsRefused;
import org.huifang.api.intake.FileReading;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.ImportState;
import org.huifang.api.intake.RosterSource;
import org.huifang.api.intake.RowKind;
import org.huifang.api.intake.RowReason;
import org.huifang.ui.MessageFiles;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void every_key_has_a_message_in_three_languages() throws IOException {
        assertThat(MessageFiles.problems(ImportView.class, Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void every_state_kind_reason_and_field_has_a_word() throws IOException {
        var known = MessageFiles.read(
                ImportView.class.getClassLoader().getResource(MessageFiles.path(MessageFiles.LOCALES.getFirst())));
        assertThat(known.keySet()).containsAll(keys("state.", ImportState.values()))
                .containsAll(keys("kind.", RowKind.values())).containsAll(keys("reason.", RowReason.values()))
                .containsAll(keys("refused.", FileRefused.Reason.values()))
                .containsAll(keys("columns.", ColumnsRefused.Reason.values()))
                .containsAll(keys("source.trouble.", RosterSource.Trouble.values()))
                .containsAll(keys("field.", Arrays.stream(Field.values()).map(Field::key).toArray()))
                .containsAll(keys("delimiter.", FileReading.DELIMITERS.stream()
                        .map(c -> Character.getName(c).split(" ")[0]).toArray()));
    }

    private static List<String> keys(String prefix, Object... names) {
        return Stream.of(names).map(name -> "intake." + prefix + name.toString().toLowerCase(Locale.ROOT)).toList();
    }
}
