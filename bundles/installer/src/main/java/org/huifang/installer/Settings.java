// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.feature.Feature;

/**
 * The configuration of the components: the features' defaults in their order, and over them, key by key, the files
 * {@code etc/<pid>.cfg}. A factory's instance is {@code <pid>~<name>}. Files are read, never written.
 */
final class Settings {
    private static final String OWN_FILE = "huifang.cfg";

    private final ConfigurationAdmin admin;
    private final Path etc;
    private final Map<String, Feature> features = new LinkedHashMap<>();
    private Set<String> applied = new HashSet<>();

    Settings(ConfigurationAdmin admin, Path etc) {
        this.admin = admin;
        this.etc = etc;
    }

    synchronized void add(Feature feature) {
        features.put(FeatureFolders.name(feature), feature);
    }

    synchronized void remove(String name) {
        features.remove(name);
    }

    synchronized Map<String, Feature> features() {
        return new LinkedHashMap<>(features);
    }

    /** Brings Configuration Admin in line; what did not change is not touched, so that nothing restarts for nothing. */
    synchronized void apply() throws IOException {
        var wanted = new HashMap<String, Map<String, Object>>();
        for (var feature : features.values()) {
            feature.getConfigurations().forEach((pid, configuration) -> wanted
                    .computeIfAbsent(pid, key -> new HashMap<>()).putAll(configuration.getValues()));
        }
        fromFiles().forEach((pid, values) -> wanted.computeIfAbsent(pid, key -> new HashMap<>()).putAll(values));
        for (var entry : wanted.entrySet()) {
            configuration(entry.getKey()).updateIfDifferent(new Hashtable<>(entry.getValue()));
        }
        applied.removeAll(wanted.keySet());
        for (var gone : applied) {
            configuration(gone).delete();
        }
        applied = new HashSet<>(wanted.keySet());
    }

    private Configuration configuration(String pid) throws IOException {
        var tilde = pid.indexOf('~');
        return tilde < 0
                ? admin.getConfiguration(pid, "?")
                : admin.getFactoryConfiguration(pid.substring(0, tilde), pid.substring(tilde + 1), "?");
    }

    private Map<String, Map<String, Object>> fromFiles() throws IOException {
        var all = new HashMap<String, Map<String, Object>>();
        if (!Files.isDirectory(etc)) {
            return all;
        }
        try (var files = Files.newDirectoryStream(etc, "*.cfg")) {
            for (var file : files) {
                var name = file.getFileName().toString();
                var values = name.equals(OWN_FILE) ? Map.<String, Object>of() : read(file);
                if (!values.isEmpty()) {
                    all.put(name.substring(0, name.length() - ".cfg".length()), values);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return all;
    }

    private static Map<String, Object> read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var values = new HashMap<String, Object>();
        properties.forEach((key, value) -> values.put(key.toString(), value.toString().strip()));
        return values;
    }
}
