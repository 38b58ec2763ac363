// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Decides about a plan, and carries it out only when nothing speaks against it. */
final class Changes {
    private final BundleContext context;
    private final Inventory inventory;
    private final DryRun dryRun;
    private final Swap swap;

    Changes(BundleContext context, Inventory inventory, DryRun dryRun, Swap swap) {
        this.context = context;
        this.inventory = inventory;
        this.dryRun = dryRun;
        this.swap = swap;
    }

    /** Refuses what would not resolve, and what would restart others against the caller's will. */
    void check(Plan plan, boolean others) throws IOException, Unfit {
        if (plan.touched().contains(context.getBundle())) {
            throw new Unfit("The installer cannot replace itself while it runs: stop Huifang and unpack the new"
                    + " distribution.");
        }
        var unresolved = dryRun.unresolved(after(plan));
        inventory.all().stream().filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                .forEach(bundle -> unresolved.remove(bundle.getSymbolicName()));
        if (!unresolved.isEmpty()) {
            throw refusal(plan, unresolved);
        }
        var also = restartedWith(plan.touched());
        if (!others && plan.uninstall().isEmpty() && !also.isEmpty()) {
            throw new Unfit("Other bundles stand on what would be updated and would restart: "
                    + String.join(", ", also) + ". People would have to load their page again.");
        }
    }

    List<Bundle> apply(Plan plan) throws Unfit {
        return swap.apply(plan);
    }

    /** Files that the running bundles came from were moved. */
    void moved(Map<Path, Path> moves) {
        swap.moved(moves);
    }

    Path jar(Bundle bundle) throws IOException {
        return swap.jar(bundle);
    }

    /** The symbolic names of bundles beside these that an update of them would restart. */
    List<String> restartedWith(Collection<Bundle> bundles) {
        var touched = List.copyOf(bundles);
        return swap.restarted(touched).stream().filter(bundle -> !touched.contains(bundle))
                .map(Bundle::getSymbolicName).sorted().toList();
    }

    private List<Headers> after(Plan plan) throws IOException, Unfit {
        var list = new ArrayList<Headers>();
        for (var bundle : inventory.all()) {
            var update = plan.update().get(bundle);
            if (update != null) {
                list.add(Unpacking.headers(update.toString(), update));
            } else if (!plan.uninstall().contains(bundle)) {
                list.add(Headers.of(bundle));
            }
        }
        for (var jar : plan.install()) {
            list.add(Unpacking.headers(jar.toString(), jar));
        }
        return list;
    }

    private static Unfit refusal(Plan plan, Map<String, List<String>> unresolved) throws IOException, Unfit {
        var arriving = new ArrayList<String>();
        for (var jar : plan.jars()) {
            arriving.add(Unpacking.headers(jar.toString(), jar).name());
        }
        var missing = unresolved.values().stream().flatMap(List::stream).distinct().toList();
        var who = String.join(", ", unresolved.keySet());
        if (arriving.stream().anyMatch(unresolved::containsKey)) {
            return new Unfit(who + (missing.isEmpty()
                    ? " does not fit together with what is there: the versions it needs exclude each other."
                    : " needs something that is not there: "
                            + missing.stream().collect(Collectors.joining("; ")) + '.'),
                    missing);
        }
        return new Unfit("It is needed by " + who + ".", missing);
    }
}
