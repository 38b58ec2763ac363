// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a plan out in the running framework, in the order that activates each bundle once: stop, replace, refresh,
 * resolve, start. When anything fails, what was there before is put back.
 */
final class Swap {
    private static final Logger LOG = LoggerFactory.getLogger(Swap.class);

    private final BundleContext context;
    private final Map<Bundle, Path> jars;

    /**
     * @param jars where the content of each bundle lies, for the way back; kept up to date
     */
    Swap(BundleContext context, Map<Bundle, Path> jars) {
        this.context = context;
        this.jars = jars;
    }

    /** Returns the bundles that are new. */
    List<Bundle> apply(Plan plan) throws Unfit {
        var former = new HashMap<Bundle, Path>();
        var installed = new ArrayList<Bundle>();
        var restart = restarted(plan.touched());
        try {
            stop(restart);
            for (var entry : plan.update().entrySet()) {
                former.put(entry.getKey(), jar(entry.getKey()));
                replace(entry.getKey(), entry.getValue());
            }
            for (var jar : plan.install()) {
                installed.add(install(jar));
            }
            for (var bundle : plan.uninstall()) {
                former.put(bundle, jar(bundle));
                bundle.uninstall();
            }
            restart.removeAll(plan.uninstall());
            refresh(plan.touched());
            var order = new TreeSet<>(Comparator.comparingLong(Bundle::getBundleId));
            order.addAll(plan.update().keySet());
            order.addAll(installed);
            order.addAll(restart);
            resolve(order);
            start(order);
            former.keySet().stream().filter(plan.uninstall()::contains).forEach(jars::remove);
            return installed;
        } catch (BundleException | IOException | RuntimeException e) {
            LOG.warn("A change is taken back", e);
            takeBack(plan, former, installed, restart);
            throw new Unfit("It does not start: " + cause(e) + ". What was there before runs again.");
        }
    }

    /** Everything that has to stop for it: what is replaced, what goes, and what is wired to either. */
    Set<Bundle> restarted(Collection<Bundle> touched) {
        var closure = new LinkedHashSet<>(touched);
        closure.addAll(context.getBundle(0).adapt(FrameworkWiring.class).getDependencyClosure(touched));
        return closure;
    }

    void moved(Map<Path, Path> moves) {
        jars.replaceAll((bundle, jar) -> moves.getOrDefault(jar, jar));
    }

    private void takeBack(Plan plan, Map<Bundle, Path> former, List<Bundle> installed, Set<Bundle> restart) {
        var again = new LinkedHashSet<Bundle>();
        for (var bundle : installed) {
            quietly(bundle::uninstall);
        }
        former.forEach((bundle, jar) -> quietly(() -> {
            if (plan.uninstall().contains(bundle)) {
                again.add(install(jar));
            } else {
                bundle.stop();
                replace(bundle, jar);
                again.add(bundle);
            }
        }));
        again.addAll(restart);
        refresh(plan.update().keySet());
        quietly(() -> resolve(again));
        again.forEach(bundle -> quietly(() -> start(List.of(bundle))));
    }

    /** Where the content of a running bundle lies. */
    Path jar(Bundle bundle) throws IOException {
        var jar = jars.get(bundle);
        if (jar == null || !Files.exists(jar)) {
            throw new IOException("the jar of " + bundle.getSymbolicName() + " is gone");
        }
        return jar;
    }

    private Bundle install(Path jar) throws BundleException, IOException {
        try (var stream = Files.newInputStream(jar)) {
            var bundle = context.installBundle("installed:" + jar.toUri() + '#' + System.nanoTime(), stream);
            jars.put(bundle, jar);
            return bundle;
        }
    }

    private void replace(Bundle bundle, Path jar) throws BundleException, IOException {
        try (var stream = Files.newInputStream(jar)) {
            bundle.update(stream);
            jars.put(bundle, jar);
        }
    }

    private static void stop(Collection<Bundle> bundles) throws BundleException {
        for (var bundle : bundles.stream().sorted(Comparator.comparingLong(Bundle::getBundleId).reversed()).toList()) {
            if (!fragment(bundle)) {
                bundle.stop(Bundle.STOP_TRANSIENT);
            }
        }
    }

    private void refresh(Collection<Bundle> bundles) {
        if (bundles.isEmpty()) {
            return;
        }
        var done = new CountDownLatch(1);
        context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(bundles, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
            }
        });
        try {
            if (!done.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the refresh took more than a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while refreshing", e);
        }
    }

    private void resolve(Collection<Bundle> bundles) throws BundleException {
        if (!bundles.isEmpty() && !context.getBundle(0).adapt(FrameworkWiring.class).resolveBundles(bundles)) {
            var open = new HashSet<>(bundles);
            open.removeIf(bundle -> bundle.getState() != Bundle.INSTALLED);
            throw new BundleException("does not resolve: " + open.stream().map(Bundle::getSymbolicName).toList());
        }
    }

    private static void start(Collection<Bundle> bundles) throws BundleException {
        for (var bundle : bundles) {
            if (!fragment(bundle)) {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            }
        }
    }

    private static boolean fragment(Bundle bundle) {
        var revision = bundle.adapt(BundleRevision.class);
        return revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    private static String cause(Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /** A step on the way back: its failure must not keep the following ones from being tried. */
    private static void quietly(Step step) {
        try {
            step.run();
        } catch (BundleException | IOException | RuntimeException e) {
            LOG.error("A step on the way back failed", e);
        }
    }

    /** A step that can fail. */
    private interface Step {
        void run() throws BundleException, IOException;
    }
}
