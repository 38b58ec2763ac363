// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huifang.api.installer.Result;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.ID;

/** Features: bundles with their configuration that come and go together. */
final class WholeFeatures {
    private final Inventory inventory;
    private final Remembered remembered;
    private final Changes changes;
    private final Settings settings;
    private final FeatureFolders folders;

    WholeFeatures(Inventory inventory, Remembered remembered, Changes changes, Settings settings,
            FeatureFolders folders) {
        this.inventory = inventory;
        this.remembered = remembered;
        this.changes = changes;
        this.settings = settings;
        this.folders = folders;
    }

    Result installShipped(String name, Path stage) throws IOException, Unfit {
        if (settings.features().containsKey(name)) {
            throw new Unfit("The feature " + name + " is there already.");
        }
        var shipped = folders.shipped(name)
                .orElseThrow(
                        () -> new Unfit("There is no file and no feature of the distribution named " + name + "."));
        try (var reader = Files.newBufferedReader(shipped)) {
            // Only its name is remembered: the next distribution has another version of it, with other jars.
            var chosen = Files.createFile(stage.resolve("chosen"));
            return install(new Parcel.OneFeature(folders.read(reader), chosen, Map.of()), remembered.chosen(name),
                    false);
        }
    }

    Result install(Parcel.OneFeature parcel, boolean others) throws IOException, Unfit {
        return install(parcel, remembered.feature(FeatureFolders.name(parcel.feature())), others);
    }

    private Result install(Parcel.OneFeature parcel, Path kept, boolean others) throws IOException, Unfit {
        var feature = parcel.feature();
        var name = FeatureFolders.name(feature);
        if (Inventory.ground(name)) {
            throw new Unfit("The feature " + name + " is the ground of the running product: stop Huifang and unpack the"
                    + " new distribution.");
        }
        var former = settings.features().get(name);
        var plan = plan(parcel, name, former);
        changes.check(plan, others);
        var gone = names(plan.uninstall());
        settings.add(feature);
        settings.apply();
        try {
            changes.apply(plan);
        } catch (Unfit unfit) {
            restore(name, former);
            throw unfit;
        }
        remember(parcel, kept, name);
        remembered.forget(gone);
        return new Result.Done(name, feature.getID().getVersion(), names(inventory.of(feature)));
    }

    Result remove(String name) throws IOException, Unfit {
        if (Inventory.ground(name)) {
            throw new Unfit("The feature " + name + " is the ground of the running product and cannot be removed.");
        }
        var feature = settings.features().get(name);
        if (feature == null) {
            throw new Unfit("There is no feature " + name + ".");
        }
        var gone = new HashSet<>(inventory.of(feature));
        gone.removeIf(bundle -> !inventory.holders(bundle, name).isEmpty());
        var dependants = inventory.dependants(gone);
        if (!dependants.isEmpty()) {
            throw new Unfit("The feature " + name + " cannot be removed: " + String.join(", ", dependants)
                    + " cannot work without it.");
        }
        var plan = new Plan(List.of(), Map.of(), gone);
        changes.check(plan, true);
        var bundles = names(gone);
        changes.apply(plan);
        settings.remove(name);
        settings.apply();
        remembered.forget(bundles);
        remembered.forgetFeature(name);
        remembered.remove("feature", name);
        return new Result.Done(name, feature.getID().getVersion(), bundles);
    }

    private Plan plan(Parcel.OneFeature parcel, String name, @Nullable Feature former) throws IOException, Unfit {
        var install = new ArrayList<Path>();
        var update = new LinkedHashMap<Bundle, Path>();
        var stays = new HashSet<Bundle>();
        for (var wanted : parcel.feature().getBundles()) {
            var id = wanted.getID();
            var jar = jar(parcel, id).orElseThrow(() -> new Unfit(
                    "The feature " + name + " lacks the jar of " + id + '.', List.of("the bundle " + id)));
            var headers = Unpacking.headers(id.toString(), jar);
            var running = inventory.bundle(headers.name());
            if (running.isEmpty()) {
                install.add(jar);
                continue;
            }
            stays.add(running.get());
            if (same(running.get(), headers, parcel.jars().get(id))) {
                continue;
            }
            var holders = inventory.holders(running.get(), name);
            if (!holders.isEmpty()) {
                throw new Unfit(headers.name() + ' ' + running.get().getVersion() + " belongs to the feature "
                        + String.join(", ", holders) + " and would become " + headers.version() + '.');
            }
            update.put(running.get(), jar);
        }
        var gone = new HashSet<Bundle>(former == null ? Set.of() : inventory.of(former));
        gone.removeAll(stays);
        gone.removeIf(bundle -> !inventory.holders(bundle, name).isEmpty());
        return new Plan(install, update, gone);
    }

    private Optional<Path> jar(Parcel.OneFeature parcel, ID id) {
        return Stream.concat(Stream.ofNullable(parcel.jars().get(id)), folders.jar(id).stream()).findFirst();
    }

    private boolean same(Bundle running, Headers headers, @Nullable Path brought) throws IOException {
        return running.getVersion().toString().equals(headers.version())
                && (brought == null || Files.mismatch(brought, changes.jar(running)) < 0);
    }

    private void restore(String name, @Nullable Feature former) throws IOException {
        if (former == null) {
            settings.remove(name);
        } else {
            settings.add(former);
        }
        settings.apply();
    }

    private void remember(Parcel.OneFeature parcel, Path kept, String name) throws IOException {
        var moves = new HashMap<Path, Path>();
        for (var entry : parcel.jars().entrySet()) {
            var jar = remembered.artifact(FeatureFolders.path(entry.getKey()));
            remembered.move(entry.getValue(), jar);
            moves.put(entry.getValue(), jar);
        }
        changes.moved(moves);
        for (var bundle : inventory.of(parcel.feature())) {
            Files.deleteIfExists(remembered.bundle(bundle.getSymbolicName()));
            remembered.restore("bundle", bundle.getSymbolicName());
        }
        remembered.forgetFeature(name);
        remembered.move(parcel.json(), kept);
        remembered.restore("feature", name);
    }

    private static List<String> names(java.util.Collection<Bundle> bundles) {
        return bundles.stream().map(Bundle::getSymbolicName).sorted().toList();
    }
}
