// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.huifang.api.installer.Result;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code data/deploy}: a file that is put there is installed, one that is replaced is updated, what came from
 * a file that is taken away is removed. A file counts once it has not changed for one look. What was refused says so in
 * {@code <file>.refused}. The folder {@code etc} is looked at as well, for changed configuration.
 */
@Component(service = DropIn.class, immediate = true)
public final class DropIn {
    private static final Logger LOG = LoggerFactory.getLogger(DropIn.class);
    private static final long PAUSE = 1000;

    private final ScheduledExecutorService watch = Executors
            .newSingleThreadScheduledExecutor(Thread.ofVirtual().name("huifang-drop-in").factory());
    private final RunningInstaller installer;
    private final Settings settings;
    private final Path folder;
    private final Path memory;
    private final Path etc;
    /** File name to its stamp when it was taken and the name of what it brought. */
    private final Properties taken = new Properties();
    /** File name to what was last said of it, so that it is said once. */
    private final Map<String, String> failed = new HashMap<>();
    private Map<String, String> lastLook = new HashMap<>();
    private Map<String, String> lastEtc;

    @Activate
    public DropIn(BundleContext context, @Reference RunningInstaller installer, @Reference Settings settings)
            throws IOException {
        this.installer = installer;
        this.settings = settings;
        var data = Path.of(context.getProperty("huifang.data"));
        this.folder = Files.createDirectories(data.resolve("deploy"));
        this.memory = data.resolve("installed/deployed.properties");
        this.etc = Path.of(context.getProperty("huifang.etc"));
        this.lastEtc = stamps(etc, List.of(".cfg"));
        if (Files.exists(memory)) {
            try (var reader = Files.newBufferedReader(memory)) {
                taken.load(reader);
            }
        }
        watch.scheduleWithFixedDelay(this::look, PAUSE, PAUSE, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void close() {
        watch.shutdownNow();
    }

    void look() {
        try {
            var now = stamps(folder, List.of(".jar", ".json", ".zip", ".far"));
            for (var file : now.entrySet()) {
                var stable = file.getValue().equals(lastLook.get(file.getKey()));
                if (stable && !taken.getProperty(file.getKey(), "").startsWith(file.getValue() + ' ')) {
                    one(file.getKey(), () -> install(file.getKey(), file.getValue()));
                }
            }
            for (var file : taken.stringPropertyNames()) {
                if (!now.containsKey(file)) {
                    one(file, () -> remove(file));
                }
            }
            failed.keySet().retainAll(now.keySet());
            lastLook = now;
            var settingsNow = stamps(etc, List.of(".cfg"));
            if (!settingsNow.equals(lastEtc)) {
                lastEtc = settingsNow;
                settings.apply();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The drop-in folder cannot be read", e);
        }
    }

    /** A file that cannot be read or written is tried again at each look, and keeps no other from its turn. */
    private void one(String file, Step step) {
        try {
            step.run();
            failed.remove(file);
        } catch (IOException | RuntimeException e) {
            if (!e.toString().equals(failed.put(file, e.toString()))) {
                LOG.warn("{} in the drop-in folder cannot be handled", file, e);
            }
        }
    }

    private void install(String file, String stamp) throws IOException {
        Result result;
        try (var content = Files.newInputStream(folder.resolve(file))) {
            result = installer.install(file, content);
        }
        var brought = result instanceof Result.Done done ? done.name() : "";
        taken.setProperty(file, stamp + ' ' + brought);
        save();
        var refusal = folder.resolve(file + ".refused");
        if (result instanceof Result.Refused refused) {
            LOG.warn("{} in the drop-in folder is refused: {}", file, refused.reason());
            Files.writeString(refusal, refused.reason() + '\n');
        } else {
            Files.deleteIfExists(refusal);
        }
    }

    private void remove(String file) throws IOException {
        var name = brought(file);
        taken.remove(file);
        save();
        // Another file may have brought a newer version of the same.
        var stays = name.isEmpty() || taken.stringPropertyNames().stream().map(this::brought).anyMatch(name::equals);
        if (!stays && installer.remove(name) instanceof Result.Refused refused) {
            LOG.warn("{} is gone from the drop-in folder, but {} stays: {}", file, name, refused.reason());
        }
        Files.deleteIfExists(folder.resolve(file + ".refused"));
    }

    private String brought(String file) {
        return taken.getProperty(file).replaceFirst("^[^ ]* ", "");
    }

    private void save() throws IOException {
        try (var writer = Files.newBufferedWriter(memory)) {
            taken.store(writer, null);
        }
    }

    private static Map<String, String> stamps(Path folder, List<String> endings) throws IOException {
        var stamps = new TreeMap<String, String>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
                for (var file : files) {
                    var name = file.getFileName().toString();
                    if (endings.stream().anyMatch(name::endsWith)) {
                        stamps.put(name, Files.getLastModifiedTime(file).toMillis() + "-" + Files.size(file));
                    }
                }
            }
        }
        return stamps;
    }

    /** What is done with one file. */
    private interface Step {
        void run() throws IOException;
    }
}
