// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.api.installer.Effect;
import org.huifang.api.installer.Result;
import org.osgi.framework.Bundle;

/** Bundles one by one. */
final class SingleBundles {
    private static final String HOST = "org.huifang.ui";

    private final Inventory inventory;
    private final Remembered remembered;
    private final Changes changes;

    SingleBundles(Inventory inventory, Remembered remembered, Changes changes) {
        this.inventory = inventory;
        this.remembered = remembered;
        this.changes = changes;
    }

    Result install(Parcel.OneBundle parcel, boolean others) throws IOException, Unfit {
        var name = parcel.headers().name();
        var running = inventory.bundle(name);
        var plan = running.map(bundle -> new Plan(List.of(), Map.of(bundle, parcel.jar()), Set.of()))
                .orElseGet(() -> new Plan(List.of(parcel.jar()), Map.of(), Set.of()));
        changes.check(plan, others);
        var former = running.isPresent() ? changes.jar(running.get()) : null;
        // What may find no room is written before anything changes.
        var copy = former == null ? null : Files.copy(former, parcel.jar().resolveSibling("replaced.jar"));
        var brought = changes.apply(plan);
        try {
            if (copy != null) {
                remembered.move(copy, remembered.former(name));
            }
            remembered.restore("bundle", name);
            remembered.move(parcel.jar(), remembered.bundle(name));
        } catch (IOException e) {
            // It would run until the next start only.
            changes.apply(former == null
                    ? new Plan(List.of(), Map.of(), Set.copyOf(brought))
                    : new Plan(List.of(), Map.of(running.get(), former), Set.of()));
            throw e;
        }
        changes.moved(Map.of(parcel.jar(), remembered.bundle(name)));
        return new Result.Done(name, parcel.headers().version(), List.of(name));
    }

    Result remove(String name) throws IOException, Unfit {
        var bundle = inventory.bundle(name).orElseThrow(() -> new Unfit("There is no feature or bundle " + name + "."));
        var holders = inventory.holders(bundle, "");
        if (holders.contains("base")) {
            throw new Unfit(name + " belongs to the ground that the product stands on and cannot be removed.");
        }
        var dependants = inventory.dependants(Set.of(bundle));
        if (!dependants.isEmpty()) {
            throw new Unfit(name + " cannot be removed: " + String.join(", ", dependants) + " cannot work without it.");
        }
        var plan = new Plan(List.of(), Map.of(), Set.of(bundle));
        changes.check(plan, true);
        var version = bundle.getVersion().toString();
        changes.apply(plan);
        remembered.forget(List.of(name));
        if (!holders.isEmpty()) {
            remembered.remove("bundle", name);
        }
        return new Result.Done(name, version, List.of(name));
    }

    Result revert(String name, Path stage) throws IOException, Unfit {
        var former = remembered.former(name);
        if (inventory.bundle(name).isEmpty() || !Files.exists(former)) {
            throw new Unfit("There is no former version of " + name + " to go back to.");
        }
        var jar = Files.copy(former, stage.resolve("former.jar"));
        return install(new Parcel.OneBundle(jar, Unpacking.headers(name, jar)), false);
    }

    Effect effect(String name, Set<Bundle> bundles) {
        var brings = bundles.stream().flatMap(bundle -> inventory.describe(bundle).brings().stream()).toList();
        var restarted = changes.restartedWith(bundles);
        var endsSessions = restarted.contains(HOST)
                || bundles.stream().anyMatch(bundle -> HOST.equals(bundle.getSymbolicName()));
        return new Effect(brings, restarted, inventory.dependants(bundles), endsSessions,
                Files.exists(remembered.former(name)));
    }
}
