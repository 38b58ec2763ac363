// SPDX-License-Identifier: Apache-2.0
package org.huifang.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    @TempDir
    private Path home;

    private Installation given(String... arguments) throws Refusal {
        return Installation.from(home, List.of(arguments), Map.of());
    }

    @Test
    void without_anything_it_listens_on_8080_and_lives_in_its_own_folder() throws Exception {
        var installation = given("run");
        assertThat(installation.port()).isEqualTo(8080);
        assertThat(installation.data()).isEqualTo(home.resolve("data"));
        assertThat(installation.log()).isEqualTo(home.resolve("log"));
        assertThat(installation.features()).containsExactly("base", "huifang");
    }

    @Test
    void with_data_elsewhere_nothing_is_written_into_the_installation() throws Exception {
        var installation = given("run", "--data", "/srv/huifang");
        assertThat(installation.log()).isEqualTo(Path.of("/srv/huifang/log"));
    }

    @Test
    void the_command_line_wins_over_the_environment_and_that_over_the_file() throws Exception {
        Files.createDirectories(home.resolve("etc"));
        Files.writeString(home.resolve("etc/huifang.cfg"), "port = 1001\nhuifang.url = https://example.org\n");
        assertThat(given("run").port()).isEqualTo(1001);
        var environment = Map.of("HUIFANG_PORT", "1002");
        assertThat(Installation.from(home, List.of("run"), environment).port()).isEqualTo(1002);
        var all = Installation.from(home, List.of("run", "--port", "1003"), environment);
        assertThat(all.port()).isEqualTo(1003);
        assertThat(all.properties()).containsExactly(Map.entry("huifang.url", "https://example.org"));
    }

    @Test
    void features_of_the_command_line_are_added() throws Exception {
        assertThat(given("run", "--feature", "demo").features()).containsExactly("base", "huifang", "demo");
    }

    @Test
    void a_command_keeps_its_own_options() throws Exception {
        assertThat(given("hook-source", "add", "--data", "/d", "--name", "x").words())
                .containsExactly("hook-source", "add", "--name", "x");
    }

    @Test
    void a_start_refuses_a_word_that_it_does_not_know_and_names_those_that_it_does() {
        for (var word : List.of("--port=9090", "--prot")) {
            assertThatThrownBy(() -> given("run", word, "1")).isInstanceOfSatisfying(Refusal.class,
                    refusal -> assertThat(refusal.exitStatus()).isEqualTo(2)).hasMessageContaining(word + ";")
                    .hasMessageContaining("--port, --data, --etc, --feature");
        }
    }

    @Test
    void a_port_that_is_none_is_refused() {
        assertThatThrownBy(() -> given("run", "--port", "eighty")).isInstanceOf(Refusal.class)
                .hasMessageContaining("eighty");
        assertThatThrownBy(() -> given("run", "--port")).isInstanceOf(Refusal.class)
                .hasMessageContaining("needs a value");
    }
}
