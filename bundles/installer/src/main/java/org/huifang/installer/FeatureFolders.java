// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.FeatureService;
import org.osgi.service.feature.ID;

/** The features and jars of the distribution, and those that were installed at run time, which come first. */
final class FeatureFolders {
    private final FeatureService service;
    private final Path home;
    private final Path data;

    FeatureFolders(FeatureService service, Path home, Path data) {
        this.service = service;
        this.home = home;
        this.data = data;
    }

    Feature read(String name) throws IOException {
        for (var root : List.of(installed(), home)) {
            var file = root.resolve("features").resolve(name + ".json");
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file)) {
                    return service.readFeature(reader);
                }
            }
        }
        throw new IOException("no feature " + name);
    }

    Feature read(Reader json) throws IOException {
        try {
            return service.readFeature(json);
        } catch (RuntimeException e) {
            throw new IOException("not a feature: " + e.getMessage(), e);
        }
    }

    /** The file of a feature of the distribution. */
    Optional<Path> shipped(String name) {
        return Optional.of(home.resolve("features").resolve(name + ".json"))
                .filter(file -> name.matches("[A-Za-z0-9._-]+") && Files.exists(file));
    }

    /** What was installed at run time: features, repository, bundles and the list of what was removed. */
    Path installed() {
        return data.resolve("installed");
    }

    /** The jar of a bundle of a feature, wherever it is. */
    Optional<Path> jar(ID id) {
        return List.of(installed(), home).stream().map(root -> root.resolve("repository").resolve(path(id)))
                .filter(Files::exists).findFirst();
    }

    static String path(ID id) {
        return id.getGroupId().replace('.', '/') + '/' + id.getArtifactId() + '/' + id.getVersion() + '/'
                + id.getArtifactId() + '-' + id.getVersion() + id.getClassifier().map(c -> '-' + c).orElse("")
                + ".jar";
    }

    /** The short name of a feature: its classifier, as in {@code g:a:slingosgifeature:demo:0.1.0}, else its artifact. */
    static String name(Feature feature) {
        return feature.getID().getClassifier().orElse(feature.getID().getArtifactId());
    }
}
