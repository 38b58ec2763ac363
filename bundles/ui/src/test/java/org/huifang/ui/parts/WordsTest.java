// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Stage;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.State;
import org.huifang.ui.MessageFiles;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void everything_that_services_speak_of_has_a_word() throws IOException {
        var known = MessageFiles
                .read(Words.class.getClassLoader().getResource(MessageFiles.path(MessageFiles.LOCALES.getFirst())));
        var spoken = Map.of("state", State.values(), "outcome", Outcome.values(), "stage", Stage.values(), "kind",
                Kind.values(), "rolename", Role.values(), "courserole", CourseRole.values());

        spoken.forEach((kind, values) -> assertThat(known.keySet()).containsAll(keys(kind, values)));
    }

    private static List<String> keys(String kind, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> "ui." + kind + "." + value.name().toLowerCase(Locale.ROOT)).toList();
    }
}
