// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.huifang.api.installer.InstalledBundle;
import org.huifang.api.installer.InstalledFeature;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.ID;

/** What is there: which features, which bundles of theirs, in which state. */
final class Inventory {
    private static final Set<String> GROUND = Set.of("base", "huifang");

    private final BundleContext context;
    private final Settings settings;
    private final FeatureFolders folders;
    private final Remembered remembered;
    private final Needs needs;
    private final Contributions contributions;
    private final Map<Path, String> names = new ConcurrentHashMap<>();

    Inventory(BundleContext context, Settings settings, FeatureFolders folders, Remembered remembered, Needs needs) {
        this.context = context;
        this.settings = settings;
        this.folders = folders;
        this.remembered = remembered;
        this.needs = needs;
        this.contributions = new Contributions(context);
    }

    /** True for a feature that cannot go at run time. */
    static boolean ground(String feature) {
        return GROUND.contains(feature);
    }

    /** All bundles but the framework's own, in the order of their installation. */
    List<Bundle> all() {
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getBundleId() != 0)
                .sorted(Comparator.comparingLong(Bundle::getBundleId)).toList();
    }

    Optional<Bundle> bundle(String name) {
        return all().stream().filter(bundle -> name.equals(bundle.getSymbolicName())).findFirst();
    }

    List<InstalledFeature> features() {
        return settings.features().entrySet().stream().map(entry -> new InstalledFeature(entry.getKey(),
                entry.getValue().getID().getVersion(), entry.getValue().getDescription().orElse(""),
                ground(entry.getKey()), of(entry.getValue()).stream().map(this::describe).toList())).toList();
    }

    List<InstalledBundle> others() {
        var belong = settings.features().values().stream().flatMap(feature -> of(feature).stream())
                .collect(Collectors.toSet());
        return all().stream().filter(bundle -> !belong.contains(bundle)).map(this::describe)
                .sorted(Comparator.comparing(InstalledBundle::name)).toList();
    }

    /** The bundles of a feature that are there. */
    List<Bundle> of(Feature feature) {
        var byName = new LinkedHashMap<String, Bundle>();
        all().forEach(bundle -> byName.putIfAbsent(bundle.getSymbolicName(), bundle));
        return feature.getBundles().stream().map(bundle -> byName.get(name(bundle.getID())))
                .filter(bundle -> bundle != null).toList();
    }

    /** The features beside this one that hold the bundle. */
    List<String> holders(Bundle bundle, String except) {
        return settings.features().entrySet().stream().filter(entry -> !entry.getKey().equals(except))
                .filter(entry -> of(entry.getValue()).contains(bundle)).map(Map.Entry::getKey).toList();
    }

    List<String> dependants(Collection<Bundle> bundles) {
        return needs.dependants(bundles, all());
    }

    InstalledBundle describe(Bundle bundle) {
        var headers = Headers.of(bundle);
        var waits = needs.missing(bundle);
        var fragment = headers.fragment();
        var runs = bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING
                || fragment && bundle.getState() == Bundle.RESOLVED;
        var state = !runs
                ? InstalledBundle.State.STOPPED
                : waits.isEmpty() ? InstalledBundle.State.WORKING : InstalledBundle.State.WAITING;
        return new InstalledBundle(headers.name(), headers.title(), headers.version(), former(headers.name()), state,
                ours(bundle), contributions.of(bundle), waits);
    }

    /** A library exports packages of others; what uses our vocabulary is ours or an add-on to it. */
    private static boolean ours(Bundle bundle) {
        var revision = bundle.adapt(BundleRevision.class);
        return bundle.getSymbolicName().startsWith("org.huifang.")
                || revision != null && revision.getDeclaredRequirements("osgi.wiring.package").stream()
                        .anyMatch(requirement -> requirement.getDirectives().getOrDefault("filter", "")
                                .contains("(osgi.wiring.package=org.huifang."));
    }

    private @Nullable String former(String name) {
        var jar = remembered.former(name);
        try {
            return Files.exists(jar) ? Unpacking.headers(name, jar).version() : null;
        } catch (IOException | Unfit e) {
            return null;
        }
    }

    private String name(ID id) {
        return folders.jar(id).map(jar -> names.computeIfAbsent(jar, Inventory::nameOf)).orElse(id.getArtifactId());
    }

    private static String nameOf(Path jar) {
        try {
            return Unpacking.headers(jar.toString(), jar).name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Unfit e) {
            return "";
        }
    }
}
