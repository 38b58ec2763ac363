// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.huifang.itests.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** Resolves the distribution's bundles and holds the arrows between our own against the rule of the house. */
class WiringTest {
    private static final Set<String> FLOORS = Set.of("api", "persistence", "lti", "ui");
    private static final Set<String> CONTEXTS = Set.of("archive", "calendar", "care", "intake", "revisit", "script",
            "staff", "ticket", "evaluation");
    /** These speak with other servers: all that goes out goes through the one client that {@code lti} brings. */
    private static final Set<String> OUTWARD = Set.of("platform", "events", "identity", "moodle", "oneroster");

    @Test
    void only_the_allowed_arrows_exist_between_bundles_and_the_readme_shows_them(@TempDir Path cache)
            throws BundleException, IOException {
        var arrows = arrows(cache);
        var picture = picture(arrows);
        System.out.println(picture);
        assertThat(arrows).containsKeys("archive", "revisit", "evaluation", "platform", "rest", "ui.course");
        assertThat(arrows).allSatisfy((from, to) -> assertThat(to).as("imports of %s", from).isSubsetOf(allowed(from)));
        assertThat(Files.readString(Distribution.project().resolve("README.md"))).as("the picture in the README")
                .contains(picture);
    }

    /** views -> api, ui; contexts and the demo -> api, persistence; what speaks outwards -> also lti; floors -> api. */
    private static Set<String> allowed(String from) {
        if (FLOORS.contains(from)) {
            return Set.of("api");
        } else if (from.startsWith("ui.")) {
            return Set.of("api", "ui");
        } else if (OUTWARD.contains(from)) {
            return Set.of("api", "persistence", "lti");
        } else if (CONTEXTS.contains(from) || from.equals("demo")) {
            return Set.of("api", "persistence");
        }
        return Set.of("api");
    }

    private static Map<String, Set<String>> arrows(Path cache) throws BundleException, IOException {
        var framework = new FrameworkFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, cache.toString(),
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "org.osgi.service.feature;version=1.0.0",
                Constants.FRAMEWORK_BEGINNING_STARTLEVEL, "1"));
        framework.init();
        try (Stream<Path> jars = Stream.concat(Files.walk(Distribution.unpacked().resolve("repository")),
                Files.walk(Distribution.unpacked().resolve("addons")))) {
            for (var jar : jars.filter(j -> j.toString().endsWith(".jar")).toList()) {
                framework.getBundleContext().installBundle(jar.toUri().toString());
            }
            framework.adapt(FrameworkWiring.class).resolveBundles(null);
            return Stream.of(framework.getBundleContext().getBundles()).filter(WiringTest::ours).collect(
                    Collectors.toMap(WiringTest::name, WiringTest::targets, (a, b) -> a, TreeMap::new));
        } finally {
            framework.stop();
        }
    }

    private static Set<String> targets(Bundle bundle) {
        var wiring = bundle.adapt(BundleWiring.class);
        assertThat(wiring).as("%s resolves", bundle.getSymbolicName()).isNotNull();
        return wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .filter(w -> w.getCapability().getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE).toString()
                        .startsWith("org.huifang."))
                .map(w -> w.getProvider().getBundle()).filter(WiringTest::ours).map(WiringTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean ours(Bundle bundle) {
        return bundle.getSymbolicName() != null && bundle.getSymbolicName().startsWith("org.huifang.");
    }

    private static String name(Bundle bundle) {
        return bundle.getSymbolicName().substring("org.huifang.".length());
    }

    private static String picture(Map<String, Set<String>> arrows) {
        var lines = arrows.entrySet().stream().flatMap(a -> a.getValue().stream().filter(to -> !to.equals("api"))
                .map(to -> "  " + a.getKey() + " --> " + to));
        var onlyApi = arrows.entrySet().stream()
                .filter(a -> a.getValue().equals(Set.of("api")) && !FLOORS.contains(a.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining("<br>"));
        return Stream.of(List.of("```mermaid", "flowchart LR").stream(), lines,
                Stream.of("  rest[\"" + onlyApi + "\"] --> api", "  persistence --> api", "  ui --> api", "```"))
                .flatMap(s -> s).collect(Collectors.joining("\n"));
    }
}
