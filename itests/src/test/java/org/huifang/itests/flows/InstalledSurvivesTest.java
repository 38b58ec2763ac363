// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.huifang.itests.Distribution;
import org.junit.jupiter.api.Test;

class InstalledSurvivesTest {
    private static final String SAMPLE = "org.huifang.ui.sample";

    @Test
    void what_was_installed_survives_a_restart_and_what_was_dropped_in_goes_with_its_file() throws Exception {
        try (var huifang = Distribution.start()) {
            var jar = jar(huifang.home());
            assertThat(huifang.command("bundle", "install", jar.toString()).status()).isZero();
            assertThat(huifang.command("feature", "install", "demo").status()).isZero();
            assertThat(huifang.stop()).isEqualTo(143);
            huifang.restart();
            assertThat(huifang.command("bundle", "list").text()).contains(SAMPLE, "org.huifang.demo");
            assertThat(huifang.command("bundle", "remove", SAMPLE).status()).isZero();

            var dropped = Files.copy(jar, huifang.data().resolve("deploy/sample.jar"));
            Distribution.await(Duration.ofSeconds(60), () -> there(huifang));
            Files.delete(dropped);
            Distribution.await(Duration.ofSeconds(60), () -> !there(huifang));
            assertThat(huifang.health()).isEqualTo(200);
        }
    }

    @Test
    void the_ground_and_what_others_need_stay() throws Exception {
        try (var huifang = Distribution.start()) {
            var needed = huifang.command("bundle", "remove", "org.huifang.ui");
            assertThat(needed.status()).isEqualTo(1);
            assertThat(needed.text()).contains("nothing was changed", "org.huifang.ui.course");
            assertThat(huifang.command("feature", "remove", "huifang").text()).contains("cannot be removed");
            assertThat(huifang.health()).isEqualTo(200);
        }
    }

    private static boolean there(Distribution huifang) {
        try {
            return huifang.command("bundle", "list").text().contains(SAMPLE);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path jar(Path home) throws java.io.IOException {
        try (var files = Files.list(home.resolve("addons"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(SAMPLE)).findFirst().orElseThrow();
        }
    }
}
