// SPDX-License-Identifier: Apache-2.0
package org.huifang.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.felix.feature.impl.FeatureServiceImpl;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.FeatureBundle;
import org.osgi.service.feature.FeatureService;
import org.osgi.service.feature.ID;

/** The features to start, those that the installer added at run time included, and the jars of their bundles. */
final class ChosenFeatures {
    private final FeatureService service = new FeatureServiceImpl();
    private final Installation installation;
    private final Map<String, Feature> features = new LinkedHashMap<>();

    ChosenFeatures(Installation installation) throws Refusal {
        this.installation = installation;
        var installed = installation.data().resolve("installed");
        var names = new LinkedHashSet<>(installation.features());
        try {
            names.addAll(added(installed.resolve("features")));
            for (var name : removed(installed, "feature ")) {
                if (names.remove(name)) {
                    System.out.println("The feature " + name + " was removed at run time and stays away; bin/huifang"
                            + " feature install " + name + " brings it back.");
                }
            }
            for (var name : names) {
                features.put(name, read(name, installed.resolve("features"), installation.home().resolve("features")));
            }
        } catch (IOException | RuntimeException e) {
            throw new Refusal(5, "the features cannot be read: " + e.getMessage());
        }
    }

    FeatureService service() {
        return service;
    }

    Set<String> names() {
        return features.keySet();
    }

    /** The jars in the order of the features and of their bundles, each once. */
    List<Path> jars() throws Refusal {
        var jars = new LinkedHashSet<Path>();
        for (var feature : features.values()) {
            for (FeatureBundle bundle : feature.getBundles()) {
                jars.add(jar(bundle.getID()));
            }
        }
        return new ArrayList<>(jars);
    }

    /** NAME.json is a feature that was brought, an empty NAME one of the distribution that was chosen. */
    private List<String> added(Path folder) throws IOException {
        var names = new ArrayList<String>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString()).sorted().forEach(names::add);
            }
        }
        var shipped = installation.home().resolve("features");
        names.removeIf(name -> {
            var gone = !name.endsWith(".json") && !Files.exists(shipped.resolve(name + ".json"));
            if (gone) {
                System.out
                        .println("The feature " + name + " was installed at run time and is not in this distribution.");
            }
            return gone;
        });
        names.replaceAll(name -> name.replaceFirst("\\.json$", ""));
        return names;
    }

    /** What the installer was told to leave out: the lines of {@code installed/removed} that begin with the kind. */
    static Set<String> removed(Path installed, String kind) throws IOException {
        var file = installed.resolve("removed");
        if (!Files.exists(file)) {
            return Set.of();
        }
        return Files.readAllLines(file).stream().filter(line -> line.startsWith(kind))
                .map(line -> line.substring(kind.length()).strip()).collect(Collectors.toSet());
    }

    private Feature read(String name, Path... folders) throws IOException, Refusal {
        for (var folder : folders) {
            var file = folder.resolve(name + ".json");
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file)) {
                    return service.readFeature(reader);
                }
            }
        }
        throw new Refusal(5, "there is no feature " + name + "; there are: " + there(folders));
    }

    private static String there(Path... folders) throws IOException {
        var names = new ArrayList<String>();
        for (var folder : folders) {
            if (Files.isDirectory(folder)) {
                try (var files = Files.list(folder)) {
                    files.map(file -> file.getFileName().toString().replace(".json", "")).forEach(names::add);
                }
            }
        }
        return names.stream().sorted().distinct().collect(Collectors.joining(", "));
    }

    private Path jar(ID id) throws Refusal {
        var path = id.getGroupId().replace('.', '/') + '/' + id.getArtifactId() + '/' + id.getVersion() + '/'
                + id.getArtifactId() + '-' + id.getVersion() + id.getClassifier().map(c -> '-' + c).orElse("")
                + ".jar";
        for (var root : List.of(installation.data().resolve("installed"), installation.home())) {
            var jar = root.resolve("repository").resolve(path);
            if (Files.exists(jar)) {
                return jar;
            }
        }
        throw new Refusal(5, "the bundle " + id + " is not in this distribution: unpack it again");
    }
}
