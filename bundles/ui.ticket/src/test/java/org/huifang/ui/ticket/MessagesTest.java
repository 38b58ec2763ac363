// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.huifang.api.ticket.Moved;
import org.huifang.api.ticket.ThreadEntry;
import org.huifang.ui.MessageFiles;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void every_key_has_a_message_in_three_languages() throws IOException {
        assertThat(MessageFiles.problems(TicketsView.class, Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void every_line_of_a_thread_and_every_refusal_has_a_sentence() throws IOException {
        var url = TicketsView.class.getClassLoader().getResource(MessageFiles.path(Locale.ENGLISH));
        assertThat(url).isNotNull();
        var keys = MessageFiles.read(url).keySet();
        assertThat(keys).containsAll(Stream.concat(
                Arrays.stream(ThreadEntry.Kind.values()).map(kind -> "tickets.entry." + kind.name()),
                Arrays.stream(Moved.Reason.values()).map(reason -> "tickets.refused." + reason.name()))
                .map(key -> key.toLowerCase(Locale.ROOT)).toList());
    }
}
