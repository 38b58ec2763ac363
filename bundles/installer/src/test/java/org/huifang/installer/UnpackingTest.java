// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.felix.feature.impl.FeatureServiceImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackingTest {
    @TempDir
    private Path folder;
    private Path stage;
    private Unpacking unpacking;

    @BeforeEach
    void prepare() throws Exception {
        stage = Files.createDirectories(folder.resolve("a/b/stage"));
        unpacking = new Unpacking(new FeatureFolders(new FeatureServiceImpl(), folder, folder), 100_000);
    }

    private Parcel take(byte[] content) throws Exception {
        return unpacking.take("upload", new ByteArrayInputStream(content), stage);
    }

    @Test
    void entry_names_that_climb_out_of_the_folder_write_nothing_outside() throws Exception {
        var json = TinyFramework.feature("course", "test:a:1.0.0");
        var parcel = take(TinyFramework.zip(
                Map.of("../../course.json", json, "../../../a-1.0.0.jar", TinyFramework.jar("a", "1.0.0"))));
        assertThat(parcel).isInstanceOfSatisfying(Parcel.OneFeature.class,
                feature -> assertThat(feature.jars().values()).allMatch(jar -> jar.startsWith(stage)));
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).allMatch(file -> file.startsWith(stage));
        }
    }

    @Test
    void an_upload_over_the_limit_is_refused_while_it_is_read() {
        assertThatThrownBy(() -> take(new byte[100_001])).isInstanceOf(Unfit.class).hasMessageContaining("larger");
    }

    @Test
    void an_archive_that_grows_over_the_limit_is_refused_whatever_it_weighs() throws Exception {
        var bomb = TinyFramework.zip(Map.of("course.json", TinyFramework.feature("course", "test:a:1.0.0"),
                "a-1.0.0.jar", new byte[5_000_000]));
        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> take(bomb)).isInstanceOf(Unfit.class).hasMessageContaining("larger");
    }

    @Test
    void a_jar_without_a_symbolic_name_is_no_bundle() throws Exception {
        var jar = TinyFramework.zip(
                Map.of("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\n".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> take(jar)).isInstanceOf(Unfit.class).hasMessageContaining("no bundle");
    }

    @Test
    void a_symbolic_name_that_is_a_path_is_refused() {
        assertThatThrownBy(() -> take(TinyFramework.jar("../../evil", "1.0.0"))).isInstanceOf(Unfit.class);
    }

    @Test
    void a_feature_name_that_is_a_path_is_refused() {
        assertThatThrownBy(() -> take(TinyFramework.feature("../evil", "test:a:1.0.0"))).isInstanceOf(Unfit.class);
    }

    @Test
    void broken_and_foreign_files_are_refused_in_words() {
        assertThatThrownBy(() -> take("{ not json".getBytes(StandardCharsets.UTF_8))).isInstanceOf(Unfit.class)
                .hasMessageContaining("no feature");
        assertThatThrownBy(() -> take("PK\u0003\u0004broken".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Unfit.class).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> take("hello".getBytes(StandardCharsets.UTF_8))).isInstanceOf(Unfit.class)
                .hasMessageContaining("neither");
    }
}
