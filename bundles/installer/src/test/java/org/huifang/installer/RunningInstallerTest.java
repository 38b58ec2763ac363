// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.installer.TinyFramework.bundle;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huifang.api.installer.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

class RunningInstallerTest {
    private TinyFramework tiny;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        tiny = new TinyFramework(folder);
    }

    @AfterEach
    void stop() throws Exception {
        tiny.close();
    }

    @Test
    void an_install_that_does_not_resolve_is_refused_and_names_the_missing_capability() throws Exception {
        tiny.installer.install("base.jar", bundle("base", "1.0.0", "Export-Package: org.example.report;version=1.5"));
        var before = tiny.bundles();
        var result = tiny.installer.install("view.jar",
                bundle("view", "1.0.0", "Import-Package: org.example.report;version=\"[2,3)\""));
        assertThat(result).isInstanceOfSatisfying(Result.Refused.class, refused -> {
            assertThat(refused.missing())
                    .containsExactly("the package org.example.report, version 2.0.0 or later and before 3.0.0");
            assertThat(refused.reason()).contains("view needs something that is not there", "org.example.report");
        });
        assertThat(tiny.bundles()).isEqualTo(before);
        assertThat(tiny.remembered()).containsExactly("bundles/base.jar");
    }

    @Test
    void what_was_installed_lies_where_the_next_start_finds_it() throws Exception {
        assertThat(tiny.installer.install("view.jar", bundle("view", "1.0.0")))
                .isEqualTo(new Result.Done("view", "1.0.0", List.of("view")));
        assertThat(tiny.bundles()).containsExactly("view 1.0.0");
        assertThat(tiny.remembered()).containsExactly("bundles/view.jar");
    }

    @Test
    void an_update_touches_no_other_bundle() throws Exception {
        tiny.installer.install("other.jar", bundle("other", "1.0.0"));
        tiny.installer.install("view.jar", bundle("view", "1.0.0"));
        var events = new ArrayList<String>();
        tiny.framework.getBundleContext().addBundleListener((SynchronousBundleListener) event -> events
                .add(event.getBundle().getSymbolicName() + (event.getType() == BundleEvent.STARTED ? " started" : "")));
        tiny.installer.install("view.jar", bundle("view", "1.1.0"));
        assertThat(tiny.bundles()).containsExactly("other 1.0.0", "view 1.1.0");
        assertThat(events).doesNotContain("other", "other started");
        assertThat(events.stream().filter("view started"::equals)).as("activated once").hasSize(1);
    }

    @Test
    void an_update_that_others_stand_on_is_refused_unless_they_may_restart() throws Exception {
        tiny.installer.install("floor.jar", bundle("floor", "1.0.0", "Export-Package: org.example.floor;version=1.0"));
        tiny.installer.install("view.jar", bundle("view", "1.0.0", "Import-Package: org.example.floor"));
        assertThat(tiny.installer.effect("floor").restarted()).containsExactly("view");
        var update = TinyFramework.jar("floor", "1.0.1", "Export-Package: org.example.floor;version=1.0");
        assertThat(tiny.installer.install("floor.jar", new ByteArrayInputStream(update)))
                .isInstanceOfSatisfying(Result.Refused.class, refused -> assertThat(refused.reason()).contains("view"));
        assertThat(tiny.bundles()).containsExactly("floor 1.0.0", "view 1.0.0");
        assertThat(tiny.installer.install("floor.jar", new ByteArrayInputStream(update), true))
                .isInstanceOf(Result.Done.class);
        assertThat(tiny.bundles()).containsExactly("floor 1.0.1", "view 1.0.0");
    }

    @Test
    void an_update_that_takes_away_what_others_need_is_refused() {
        tiny.installer.install("floor.jar", bundle("floor", "1.0.0", "Export-Package: org.example.floor"));
        tiny.installer.install("view.jar", bundle("view", "1.0.0", "Import-Package: org.example.floor"));
        assertThat(tiny.installer.install("floor.jar", bundle("floor", "2.0.0"), true)).isInstanceOfSatisfying(
                Result.Refused.class,
                refused -> assertThat(refused.missing()).containsExactly("the package org.example.floor"));
        assertThat(tiny.bundles()).containsExactly("floor 1.0.0", "view 1.0.0");
    }

    @Test
    void an_update_that_does_not_start_puts_the_former_version_back() throws Exception {
        tiny.installer.install("view.jar", bundle("view", "1.0.0"));
        var result = tiny.installer.install("view.jar", bundle("view", "2.0.0", "Bundle-Activator: org.example.Gone"));
        assertThat(result).isInstanceOfSatisfying(Result.Refused.class,
                refused -> assertThat(refused.reason()).contains("does not start", "org.example.Gone"));
        assertThat(tiny.bundles()).containsExactly("view 1.0.0");
        assertThat(tiny.installer.bundles().getFirst().formerVersion()).isNull();
    }

    @Test
    void the_former_version_comes_back_and_back_again() {
        tiny.installer.install("view.jar", bundle("view", "1.0.0"));
        tiny.installer.install("view.jar", bundle("view", "2.0.0"));
        assertThat(tiny.installer.bundles().getFirst().formerVersion()).isEqualTo("1.0.0");
        assertThat(tiny.installer.revert("view")).isInstanceOf(Result.Done.class);
        assertThat(tiny.bundles()).containsExactly("view 1.0.0");
        tiny.installer.revert("view");
        assertThat(tiny.bundles()).containsExactly("view 2.0.0");
    }

    @Test
    void what_others_are_wired_to_is_not_removed() {
        tiny.installer.install("floor.jar", bundle("floor", "1.0.0", "Export-Package: org.example.floor"));
        tiny.installer.install("view.jar", bundle("view", "1.0.0", "Import-Package: org.example.floor"));
        assertThat(tiny.installer.remove("floor")).isInstanceOfSatisfying(Result.Refused.class,
                refused -> assertThat(refused.reason()).isEqualTo("It is needed by view."));
        assertThat(tiny.installer.remove("view")).isInstanceOf(Result.Done.class);
        assertThat(tiny.installer.remove("floor")).isInstanceOf(Result.Done.class);
        assertThat(tiny.bundles()).isEmpty();
    }

    @Test
    void a_feature_brings_its_bundles_and_takes_them_away() throws Exception {
        var archive = TinyFramework
                .zip(Map.of("course.json", TinyFramework.feature("course", "test:a:1.0.0", "test:b:1.0.0"),
                        "test/a/1.0.0/a-1.0.0.jar", TinyFramework.jar("a", "1.0.0", "Export-Package: org.example.a"),
                        "b-1.0.0.jar", TinyFramework.jar("b", "1.0.0", "Import-Package: org.example.a")));
        assertThat(tiny.installer.install("course.zip", new ByteArrayInputStream(archive)))
                .isEqualTo(new Result.Done("course", "1.0.0", List.of("a", "b")));
        assertThat(tiny.remembered()).containsExactly("features/course.json", "repository/test/a/1.0.0/a-1.0.0.jar",
                "repository/test/b/1.0.0/b-1.0.0.jar");
        assertThat(tiny.installer.features().getFirst().bundles()).hasSize(2);
        assertThat(tiny.installer.remove("course")).isInstanceOf(Result.Done.class);
        assertThat(tiny.bundles()).isEmpty();
        assertThat(Files.readString(tiny.folders.installed().resolve("removed"))).isEqualTo("feature course\n");
    }

    @Test
    void a_feature_with_a_bundle_that_does_not_resolve_changes_nothing() throws Exception {
        var archive = TinyFramework
                .zip(Map.of("course.json", TinyFramework.feature("course", "test:a:1.0.0", "test:b:1.0.0"),
                        "a-1.0.0.jar", TinyFramework.jar("a", "1.0.0"), "b-1.0.0.jar",
                        TinyFramework.jar("b", "1.0.0", "Import-Package: org.example.absent")));
        assertThat(tiny.installer.install("course.zip", new ByteArrayInputStream(archive))).isInstanceOfSatisfying(
                Result.Refused.class,
                refused -> assertThat(refused.missing()).containsExactly("the package org.example.absent"));
        assertThat(tiny.bundles()).isEmpty();
        assertThat(tiny.remembered()).isEmpty();
        assertThat(tiny.installer.features()).isEmpty();
    }

    @Test
    void a_feature_without_the_jar_of_a_bundle_is_refused_by_its_coordinates() {
        var json = TinyFramework.feature("course", "test:nowhere:1.0.0");
        assertThat(tiny.installer.install("course.json", new ByteArrayInputStream(json))).isInstanceOfSatisfying(
                Result.Refused.class,
                refused -> assertThat(refused.missing()).containsExactly("the bundle test:nowhere:1.0.0"));
    }

    @Test
    void what_was_installed_over_a_feature_goes_with_the_feature() throws Exception {
        var archive = TinyFramework.zip(Map.of("course.json", TinyFramework.feature("course", "test:a:1.0.0"),
                "a-1.0.0.jar", TinyFramework.jar("a", "1.0.0")));
        tiny.installer.install("course.zip", new ByteArrayInputStream(archive));
        tiny.installer.install("a.jar", bundle("a", "1.1.0"));
        tiny.installer.remove("course");
        assertThat(tiny.remembered()).as("would come back with the next start").doesNotContain("bundles/a.jar");
        assertThat(tiny.folders.installed().resolve("former/a.jar")).doesNotExist();
    }

    @Test
    void of_a_feature_of_the_distribution_only_the_name_is_remembered() throws Exception {
        Files.createDirectories(tiny.folder.resolve("home/features"));
        Files.write(tiny.folder.resolve("home/features/demo.json"), TinyFramework.feature("demo", "test:a:1.0.0"));
        var jar = tiny.folder.resolve("home/repository/test/a/1.0.0/a-1.0.0.jar");
        Files.createDirectories(jar.getParent());
        Files.write(jar, TinyFramework.jar("a", "1.0.0"));
        assertThat(tiny.installer.installShipped("demo")).isEqualTo(new Result.Done("demo", "1.0.0", List.of("a")));
        assertThat(tiny.remembered()).containsExactly("features/demo");
        tiny.installer.remove("demo");
        assertThat(tiny.remembered()).containsExactly("removed");
    }

    @Test
    void what_cannot_be_remembered_does_not_run_either() throws Exception {
        Files.writeString(tiny.folders.installed().resolve("bundles"), "no folder");
        assertThat(tiny.installer.install("view.jar", bundle("view", "1.0.0"))).isInstanceOf(Result.Refused.class);
        assertThat(tiny.bundles()).isEmpty();
        Files.delete(tiny.folders.installed().resolve("bundles"));

        tiny.installer.install("view.jar", bundle("view", "1.0.0"));
        Files.writeString(tiny.folders.installed().resolve("former"), "no folder");
        assertThat(tiny.installer.install("view.jar", bundle("view", "2.0.0"))).isInstanceOf(Result.Refused.class);
        assertThat(tiny.bundles()).containsExactly("view 1.0.0");
        Files.delete(tiny.folders.installed().resolve("former"));

        assertThat(tiny.installer.install("view.jar", bundle("view", "3.0.0"))).isInstanceOf(Result.Done.class);
        assertThat(tiny.bundles()).containsExactly("view 3.0.0");
    }
}
