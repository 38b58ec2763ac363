// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropInTest {
    private TinyFramework tiny;
    private DropIn dropIn;
    private Path deploy;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        tiny = new TinyFramework(folder);
        dropIn = new DropIn(tiny.framework.getBundleContext(), tiny.installer, tiny.settings);
        // The test looks itself.
        dropIn.close();
        deploy = folder.resolve("data/deploy");
    }

    @AfterEach
    void stop() throws Exception {
        tiny.close();
    }

    private void looks() {
        dropIn.look();
        dropIn.look();
    }

    @Test
    void the_file_of_a_former_version_may_go_and_the_bundle_goes_with_the_last_of_its_files() throws Exception {
        var former = Files.write(deploy.resolve("view-1.0.0.jar"), TinyFramework.jar("view", "1.0.0"));
        looks();
        var newer = Files.write(deploy.resolve("view-2.0.0.jar"), TinyFramework.jar("view", "2.0.0"));
        looks();
        assertThat(tiny.bundles()).containsExactly("view 2.0.0");
        Files.delete(former);
        looks();
        assertThat(tiny.bundles()).containsExactly("view 2.0.0");
        Files.delete(newer);
        looks();
        assertThat(tiny.bundles()).isEmpty();
    }

    @Test
    void a_file_with_which_something_is_wrong_keeps_no_other_from_its_turn() throws Exception {
        Files.writeString(deploy.resolve("a.jar"), "no jar");
        // Its refusal cannot be written.
        Files.createDirectories(deploy.resolve("a.jar.refused/in-the-way"));
        Files.write(deploy.resolve("view.jar"), TinyFramework.jar("view", "1.0.0"));
        looks();
        assertThat(tiny.bundles()).containsExactly("view 1.0.0");
    }
}
