// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.huifang.itests.Distribution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping, and saying plainly why not. */
class StartsAndRefusesTest {
    private static Distribution huifang;

    @BeforeAll
    static void start() throws IOException {
        huifang = Distribution.start();
    }

    @AfterAll
    static void stop() throws IOException {
        huifang.close();
    }

    @Test
    void ready_ends_by_printing_what_to_open_and_no_secret_is_in_the_log() {
        assertThat(huifang.console()).contains("http://localhost:" + huifang.port()).contains("/first/");
        assertThat(huifang.log()).doesNotContain("/first/");
    }

    @Test
    void a_port_that_is_taken_is_named(@TempDir Path folder) throws Exception {
        var answer = run("run", "--port", Integer.toString(huifang.port()), "--data", folder.resolve("d").toString());
        assertThat(answer.status()).isNotZero();
        assertThat(answer.text()).contains(Integer.toString(huifang.port())).doesNotContain("Exception");
    }

    @Test
    void a_data_folder_that_is_in_use_is_named() throws Exception {
        var answer = run("run", "--port", "0", "--data", huifang.data().toString());
        assertThat(answer.status()).isNotZero();
        assertThat(answer.text()).contains(huifang.data().toString()).doesNotContain("Exception");
    }

    @Test
    void status_version_and_help_answer() throws Exception {
        assertThat(huifang.command("status").status()).isZero();
        assertThat(run("version").text()).contains("0.1.0");
        assertThat(huifang.command("help").text()).contains("platform add", "hook-source add", "feature install");
    }

    @Test
    void a_command_that_is_wrong_says_how_to_mend_it() throws Exception {
        var answer = huifang.command("platform", "add", "--issuer", "not a url");
        assertThat(answer.status()).isNotZero();
        assertThat(answer.text()).contains("--client-id").doesNotContain("Exception");
    }

    /** As in its container image, which has a shell and nothing else. */
    @Test
    void it_starts_where_there_is_no_program_but_the_shell(@TempDir Path folder) throws Exception {
        var configured = Files.writeString(folder.resolve("huifang.cfg"), "# data=/nowhere\n  data = "
                + huifang.data() + " \n");
        var answer = run(Map.of("PATH", "/nonexistent", "HUIFANG_JAVA", System.getProperty("java.home"), "HUIFANG_ETC",
                configured.getParent().toString()), "run", "--port", "0");
        assertThat(answer.text()).as("that it got as far as the folder that the file names, which is in use")
                .contains(huifang.data().toString()).doesNotContain("not found");
        assertThat(answer.status()).isNotZero().isNotEqualTo(127);
    }

    @Test
    void it_stops_on_sigterm_and_keeps_what_it_had() throws Exception {
        try (var other = Distribution.start()) {
            other.command("hook-source", "add", "--name", "kept");
            other.stop();
            other.restart();
            assertThat(other.command("hook-source", "list").text()).contains("kept");
        }
    }

    private static Distribution.Answer run(String... words) throws IOException, InterruptedException {
        return run(Map.of(), words);
    }

    /** @param environment besides what there is */
    private static Distribution.Answer run(Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(huifang.home().resolve("bin/huifang").toString()));
        line.addAll(List.of(words));
        var out = Files.createTempFile("huifang", ".txt");
        var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroy();
            throw new AssertionError("did not end: " + Files.readString(out, StandardCharsets.UTF_8));
        }
        return new Distribution.Answer(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    }
}
