// SPDX-License-Identifier: Apache-2.0
package org.huifang.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.feature.FeatureService;

/** The framework with all bundles of the chosen features: installed, resolved in one go, started in their order. */
final class Product {
    private final Framework framework;
    private final List<Bundle> inOrder = new ArrayList<>();

    Product(Installation installation, ChosenFeatures features) throws BundleException {
        framework = new FrameworkFactory().newFramework(properties(installation, features));
        framework.init();
        framework.getBundleContext().registerService(FeatureService.class, features.service(), null);
        framework.getBundleContext().registerService(org.osgi.framework.launch.FrameworkFactory.class,
                new FrameworkFactory(), null);
    }

    void start(Installation installation, ChosenFeatures features) throws BundleException, IOException, Refusal {
        for (var jar : features.jars()) {
            inOrder.add(install(jar));
        }
        applyInstalled(installation.data().resolve("installed"));
        framework.start();
        framework.adapt(FrameworkWiring.class).resolveBundles(inOrder);
        for (var bundle : inOrder) {
            try {
                if ((bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) == 0) {
                    bundle.start(Bundle.START_ACTIVATION_POLICY);
                }
            } catch (BundleException e) {
                System.err.println(bundle.getSymbolicName() + " does not start: " + e.getMessage());
            }
        }
    }

    /** Stops the bundles in the opposite order of their installation; whoever drains listens for the first moment. */
    void stop() {
        try {
            framework.stop();
            framework.waitForStop(60_000);
        } catch (BundleException e) {
            System.err.println("the framework does not stop cleanly: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void await() throws InterruptedException {
        framework.waitForStop(0);
    }

    private Bundle install(Path jar) throws BundleException {
        return framework.getBundleContext().installBundle("reference:" + jar.toUri());
    }

    /**
     * Single bundles that were installed, updated or removed at run time stand in for those of the distribution, unless
     * the distribution has a newer one by now.
     */
    private void applyInstalled(Path installed) throws IOException, BundleException {
        var removed = ChosenFeatures.removed(installed, "bundle ");
        for (var bundle : List.copyOf(inOrder)) {
            if (removed.contains(bundle.getSymbolicName())) {
                bundle.uninstall();
                inOrder.remove(bundle);
            }
        }
        if (!Files.isDirectory(installed.resolve("bundles"))) {
            return;
        }
        List<Path> jars;
        try (var files = Files.list(installed.resolve("bundles"))) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        for (var jar : jars) {
            var kept = headers(jar);
            var name = kept.getValue(Constants.BUNDLE_SYMBOLICNAME).split(";")[0].strip();
            var version = Version.parseVersion(kept.getValue(Constants.BUNDLE_VERSION));
            var shipped = inOrder.stream().filter(bundle -> name.equals(bundle.getSymbolicName())).findFirst()
                    .orElse(null);
            if (shipped == null) {
                inOrder.add(install(jar));
            } else if (version.compareTo(shipped.getVersion()) >= 0) {
                shipped.uninstall();
                inOrder.set(inOrder.indexOf(shipped), install(jar));
            } else {
                System.out.println(name + ' ' + version + ", installed at run time, is older than "
                        + shipped.getVersion() + " of the distribution, which runs instead.");
            }
        }
    }

    private static Attributes headers(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes();
        }
    }

    /** The bundles in the order of their start. */
    List<Bundle> bundles() {
        return List.copyOf(inOrder);
    }

    private static Map<String, String> properties(Installation installation, ChosenFeatures features) {
        var map = new HashMap<>(installation.properties());
        map.put(Constants.FRAMEWORK_STORAGE, installation.data().resolve("cache").toString());
        map.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        map.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "org.osgi.service.feature;version=1.0.0");
        map.put("org.apache.felix.http.require.config", "true");
        map.put("org.osgi.service.http.port", Integer.toString(installation.port()));
        map.put("org.apache.felix.http.host", installation.host());
        // a store that migrates, or a machine that is busy, keeps a component's lock for longer than the default 5 s
        map.put("ds.lock.timeout.milliseconds", "120000");
        map.put("huifang.home", installation.home().toString());
        map.put("huifang.etc", installation.etc().toString());
        map.put("huifang.data", installation.data().toString());
        map.put("huifang.log", installation.log().toString());
        map.put("huifang.port", Integer.toString(installation.port()));
        map.put("huifang.features", String.join(",", features.names()));
        map.putIfAbsent("huifang.url", "http://localhost:" + installation.port());
        return map;
    }
}
