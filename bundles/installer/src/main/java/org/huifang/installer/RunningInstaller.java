// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.huifang.api.installer.Effect;
import org.huifang.api.installer.InstalledBundle;
import org.huifang.api.installer.InstalledFeature;
import org.huifang.api.installer.Installer;
import org.huifang.api.installer.Result;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The installer of the framework that it runs in: first asks a dry run, then swaps, then remembers. */
@Component(service = {Installer.class, RunningInstaller.class}, immediate = true)
public final class RunningInstaller implements Installer {
    private static final Logger LOG = LoggerFactory.getLogger(RunningInstaller.class);

    private final ReentrantLock one = new ReentrantLock(true);
    private final Remembered remembered;
    private final Unpacking unpacking;
    private final Inventory inventory;
    private final SingleBundles singles;
    private final WholeFeatures wholes;
    private final Settings settings;

    @Activate
    public RunningInstaller(BundleContext context, @Reference Settings settings, @Reference FeatureFolders folders,
            @Reference FrameworkFactory frameworks, @Reference ServiceComponentRuntime components) throws IOException {
        this.settings = settings;
        this.remembered = new Remembered(folders.installed());
        this.unpacking = new Unpacking(folders, Unpacking.LARGEST);
        this.inventory = new Inventory(context, settings, folders, remembered, new Needs(components));
        var scratch = Files.createDirectories(folders.installed().resolve("incoming"));
        var dryRun = new DryRun(frameworks, context.getProperty(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA), scratch);
        var swap = new Swap(context, jars(inventory.all()));
        var changes = new Changes(context, inventory, dryRun, swap);
        this.singles = new SingleBundles(inventory, remembered, changes);
        this.wholes = new WholeFeatures(inventory, remembered, changes, settings, folders);
    }

    @Override
    public List<InstalledFeature> features() {
        return inventory.features();
    }

    @Override
    public List<InstalledBundle> bundles() {
        return inventory.others();
    }

    @Override
    public Result install(String fileName, InputStream content) {
        return install(fileName, content, false);
    }

    /** As {@link #install(String, InputStream)}; with others, bundles that depend on what is updated restart too. */
    Result install(String fileName, InputStream content, boolean others) {
        return alone(stage -> switch (unpacking.take(fileName, content, stage)) {
            case Parcel.OneBundle bundle -> singles.install(bundle, others);
            case Parcel.OneFeature feature -> wholes.install(feature, others);
        });
    }

    /** Installs a feature that the distribution holds and that was not started. */
    Result installShipped(String feature) {
        return alone(stage -> wholes.installShipped(feature, stage));
    }

    @Override
    public Result remove(String name) {
        return alone(stage -> settings.features().containsKey(name) ? wholes.remove(name) : singles.remove(name));
    }

    @Override
    public Result revert(String name) {
        return alone(stage -> singles.revert(name, stage));
    }

    @Override
    public Effect effect(String name) {
        var feature = settings.features().get(name);
        var bundles = feature != null ? inventory.of(feature) : inventory.bundle(name).stream().toList();
        return singles.effect(name, Set.copyOf(bundles));
    }

    private Result alone(Operation operation) {
        one.lock();
        try {
            var stage = remembered.stage();
            try {
                var result = operation.run(stage);
                LOG.info("{}", result);
                return result;
            } catch (Unfit unfit) {
                LOG.info("Refused: {} {}", unfit.getMessage(), unfit.missing());
                return new Result.Refused(String.valueOf(unfit.getMessage()), unfit.missing());
            } finally {
                Folders.delete(stage);
            }
        } catch (IOException e) {
            LOG.error("An installation failed", e);
            return new Result.Refused("The files could not be read or written: " + e.getMessage(), List.of());
        } finally {
            one.unlock();
        }
    }

    private static Map<Bundle, Path> jars(List<Bundle> bundles) {
        var map = new ConcurrentHashMap<Bundle, Path>();
        for (var bundle : bundles) {
            Stream.of("reference:", "installed:").filter(bundle.getLocation()::startsWith).findFirst()
                    .ifPresent(prefix -> map.put(bundle, Path.of(java.net.URI
                            .create(bundle.getLocation().substring(prefix.length()).replaceAll("#.*", "")))));
        }
        return map;
    }

    /** One operation in a folder of its own. */
    private interface Operation {
        Result run(Path stage) throws IOException, Unfit;
    }
}
