// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.ID;

/**
 * Takes in what was uploaded or dropped: a bundle, a feature, or an archive of a feature and its bundles. Names of
 * entries never become paths, and sizes are counted while reading, whatever the archive claims.
 */
final class Unpacking {
    static final long LARGEST = 200L << 20;
    private static final int MOST_ENTRIES = 1000;
    private static final long LARGEST_FEATURE = 1L << 20;

    private final FeatureFolders features;
    private final long largest;

    Unpacking(FeatureFolders features, long largest) {
        this.features = features;
        this.largest = largest;
    }

    /** Reads the stream into the folder and says what it is. */
    Parcel take(String fileName, InputStream content, Path folder) throws IOException, Unfit {
        var file = folder.resolve("content");
        copy(fileName, content, file, largest);
        return switch (firstByte(file)) {
            case '{', '/' -> new Parcel.OneFeature(feature(fileName, file), file, Map.of());
            case 'P' -> zip(fileName, file, folder);
            default -> throw new Unfit(fileName + " is neither a bundle (jar) nor a feature (JSON or zip).");
        };
    }

    private Parcel zip(String fileName, Path file, Path folder) throws IOException, Unfit {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES * 20) {
                throw new Unfit(fileName + " has too many entries.");
            }
            var manifest = zip.getEntry(JarFile.MANIFEST_NAME);
            if (manifest != null) {
                try (var stream = zip.getInputStream(manifest)) {
                    return new Parcel.OneBundle(file, bundle(fileName, new Manifest(stream)));
                }
            }
            return archive(fileName, zip, folder);
        } catch (java.util.zip.ZipException | IllegalArgumentException e) {
            throw new Unfit(fileName + " cannot be read: " + e.getMessage());
        }
    }

    private Parcel archive(String fileName, ZipFile zip, Path folder) throws IOException, Unfit {
        var found = zip.stream().filter(entry -> !entry.isDirectory() && entry.getName().endsWith(".json")
                && !entry.getName().contains("META-INF/")).toList();
        if (found.size() != 1 || zip.size() > MOST_ENTRIES) {
            throw new Unfit(fileName + " is neither a bundle nor an archive of one feature.");
        }
        var json = folder.resolve("feature.json");
        copy(fileName, zip.getInputStream(found.getFirst()), json, LARGEST_FEATURE);
        var feature = feature(fileName, json);
        var jars = new HashMap<ID, Path>();
        var rest = largest;
        for (var bundle : feature.getBundles()) {
            var entry = entry(zip, FeatureFolders.path(bundle.getID()));
            if (entry != null) {
                var jar = folder.resolve(jars.size() + ".jar");
                copy(fileName, zip.getInputStream(entry), jar, rest);
                rest -= Files.size(jar);
                headers(entry.getName(), jar);
                jars.put(bundle.getID(), jar);
            }
        }
        return new Parcel.OneFeature(feature, json, jars);
    }

    private static @Nullable ZipEntry entry(ZipFile zip, String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return zip.stream().filter(entry -> !entry.isDirectory())
                .filter(entry -> entry.getName().equals(name) || entry.getName().endsWith('/' + name)).findFirst()
                .orElse(null);
    }

    private Feature feature(String fileName, Path json) throws IOException, Unfit {
        try (var reader = Files.newBufferedReader(json)) {
            var feature = features.read(reader);
            if (!FeatureFolders.name(feature).matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
                    || feature.getBundles().isEmpty()) {
                throw new Unfit(fileName + " is no feature: it needs an id and bundles.");
            }
            return feature;
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new Unfit(fileName + " is no feature: it is not UTF-8.");
        } catch (IOException e) {
            throw new Unfit(fileName + " is no feature: " + e.getMessage());
        }
    }

    /** The headers of a jar that must be a bundle. */
    static Headers headers(String fileName, Path jar) throws IOException, Unfit {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            return bundle(fileName, manifest == null ? new Manifest() : manifest);
        }
    }

    private static Headers bundle(String fileName, Manifest manifest) throws Unfit {
        Attributes main = manifest.getMainAttributes();
        var headers = Headers.of(manifest);
        if (!"2".equals(main.getValue(Constants.BUNDLE_MANIFESTVERSION))
                || !headers.name().matches("[A-Za-z0-9._-]{1,200}")) {
            throw new Unfit(fileName + " is a jar and no bundle: its manifest has no Bundle-SymbolicName.");
        }
        try {
            headers.version();
        } catch (IllegalArgumentException e) {
            throw new Unfit(fileName + " has no valid Bundle-Version: " + e.getMessage());
        }
        return headers;
    }

    private static int firstByte(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            int next;
            do {
                next = stream.read();
            } while (Character.isWhitespace(next));
            return next;
        }
    }

    private static void copy(String fileName, InputStream content, Path file, long most) throws IOException, Unfit {
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[1 << 16];
            var total = 0L;
            for (var n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                total += n;
                if (total > most) {
                    throw new Unfit(fileName + " is larger than " + (most >> 20) + " MB.");
                }
                out.write(buffer, 0, n);
            }
        }
    }
}
