// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.huifang.itests.Distribution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/huifang start}, with all that it needs to know in the files of {@code etc}. */
class StartsInTheBackgroundTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void configure() throws IOException {
        // the database runs as another user when this is root
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(folder.resolve("etc"));
        try (var socket = new ServerSocket(0)) {
            Files.writeString(folder.resolve("etc/huifang.cfg"),
                    "#data = /nowhere\nport = " + socket.getLocalPort() + "\n data = " + folder.resolve("data")
                            + " \n");
        }
        Files.writeString(folder.resolve("etc/org.huifang.persistence.cfg"), "postgresSettings = work_mem = 17MB\n");
    }

    @Test
    void it_starts_where_the_file_says_tells_what_to_open_and_leaves_the_one_that_runs_alone() throws Exception {
        var data = folder.resolve("data");
        var console = data.resolve("log/console.log");
        try {
            var started = huifang("start");
            assertThat(started.text()).contains("Huifang is ready", "/first/");
            assertThat(started.status()).isZero();
            try (var files = Files.walk(data.resolve("postgres"))) {
                assertThat(files.filter(file -> file.endsWith("huifang.conf"))).singleElement()
                        .satisfies(file -> assertThat(file).content().contains("work_mem = 17MB"));
            }
            Files.writeString(console, "said by the one that runs\n");

            var second = huifang("start");
            assertThat(second.status()).isEqualTo(4);
            assertThat(second.text()).contains("in use").doesNotContain("said by the one that runs");
            assertThat(console).content().startsWith("said by the one that runs\n");
        } finally {
            assertThat(huifang("stop").text()).contains("Huifang has stopped.");
        }
    }

    @Test
    void a_word_that_it_does_not_know_is_named() throws Exception {
        var answer = huifang("start", "--prot", "1");
        assertThat(answer.text()).contains("--prot", "--port");
        assertThat(answer.status()).isEqualTo(2);
    }

    private Distribution.Answer huifang(String... words) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(Distribution.unpacked().resolve("bin/huifang").toString()));
        line.addAll(List.of(words));
        line.addAll(List.of("--etc", folder.resolve("etc").toString()));
        var out = Files.createTempFile(folder, "said", ".txt");
        var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("HUIFANG_CLASS_ARCHIVE", "off");
        return new Distribution.Answer(builder.start().waitFor(), Files.readString(out));
    }
}
