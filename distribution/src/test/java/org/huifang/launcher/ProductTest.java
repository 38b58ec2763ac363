// SPDX-License-Identifier: Apache-2.0
package org.huifang.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;

/** What was installed at run time meets the next distribution. */
class ProductTest {
    @TempDir
    private Path home;

    @Test
    void a_bundle_that_was_installed_at_run_time_wins_unless_the_distribution_has_a_newer_one() throws Exception {
        feature("base", "older", "equal", "newer");
        var older = shipped("older", "2.0.0");
        shipped("equal", "2.0.0");
        shipped("newer", "2.0.0");
        kept("older", "1.9.9");
        var equal = kept("equal", "2.0.0");
        var newer = kept("newer", "2.1.0");
        var added = kept("added", "1.0.0");
        assertThat(started()).containsExactly(older, equal, newer, added);
    }

    @Test
    void a_feature_of_the_distribution_that_was_chosen_at_run_time_starts_in_the_version_of_this_one()
            throws Exception {
        feature("base", "ground");
        feature("demo", "course");
        var ground = shipped("ground", "2.0.0");
        var course = shipped("course", "2.0.0");
        var chosen = Files.createDirectories(home.resolve("data/installed/features"));
        Files.createFile(chosen.resolve("demo"));
        Files.createFile(chosen.resolve("of-a-former-distribution"));
        assertThat(started()).containsExactly(ground, course);
    }

    /** The jars that run, in the order of their start. */
    private List<String> started() throws Exception {
        var installation = Installation.from(home, List.of("run"), Map.of("HUIFANG_FEATURES", "base"));
        var features = new ChosenFeatures(installation);
        var product = new Product(installation, features);
        try {
            product.start(installation, features);
            return product.bundles().stream().map(bundle -> bundle.getLocation().substring("reference:".length()))
                    .toList();
        } finally {
            product.stop();
        }
    }

    private void feature(String name, String... bundles) throws IOException {
        var ids = String.join(", ", List.of(bundles).stream().map("{\"id\": \"test:%s:2.0.0\"}"::formatted).toList());
        Files.createDirectories(home.resolve("features"));
        Files.writeString(home.resolve("features").resolve(name + ".json"),
                "{\"id\": \"test:features:slingosgifeature:%s:2.0.0\", \"bundles\": [%s]}".formatted(name, ids));
    }

    private String shipped(String name, String version) throws IOException {
        return jar(home.resolve("repository/test/%s/%s/%1$s-%2$s.jar".formatted(name, version)), name, version);
    }

    private String kept(String name, String version) throws IOException {
        return jar(home.resolve("data/installed/bundles").resolve(name + ".jar"), name, version);
    }

    private static String jar(Path file, String name, String version) throws IOException {
        var manifest = new Manifest();
        var main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
        main.putValue(Constants.BUNDLE_VERSION, version);
        Files.createDirectories(file.getParent());
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            jar.finish();
        }
        return file.toUri().toString();
    }
}
