// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Resolves what would be there after a change in a second framework that never starts, from the manifests alone: the
 * running one is not touched, so that nothing has to be taken back when the answer is no.
 */
final class DryRun {
    private final FrameworkFactory factory;
    private final String systemPackages;
    private final Path scratch;

    DryRun(FrameworkFactory factory, String systemPackages, Path scratch) {
        this.factory = factory;
        this.systemPackages = systemPackages;
        this.scratch = scratch;
    }

    /** What does not resolve: by symbolic name, what each bundle misses, in words. */
    Map<String, List<String>> unresolved(List<Headers> bundles) throws IOException {
        var storage = Files.createTempDirectory(scratch, "dry-run");
        var framework = factory.newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString(),
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, systemPackages, "felix.service.urlhandlers", "false",
                "felix.log.level", "0"));
        try {
            framework.init();
            return resolve(framework, bundles);
        } catch (BundleException e) {
            throw new IOException("the dry run failed: " + e.getMessage(), e);
        } finally {
            end(framework);
            Folders.delete(storage);
        }
    }

    private static Map<String, List<String>> resolve(Framework framework, List<Headers> bundles)
            throws IOException, BundleException {
        var unresolved = new TreeMap<String, List<String>>();
        var installed = new ArrayList<Bundle>();
        var failed = new HashMap<String, List<String>>();
        for (var headers : bundles) {
            try {
                installed.add(framework.getBundleContext().installBundle("dry:" + installed.size(), jar(headers)));
            } catch (BundleException e) {
                failed.put(headers.name(), List.of(String.valueOf(e.getMessage())));
            }
        }
        var wiring = framework.adapt(FrameworkWiring.class);
        wiring.resolveBundles(installed);
        for (var bundle : installed) {
            if (bundle.getState() == Bundle.INSTALLED) {
                unresolved.put(bundle.getSymbolicName(), missing(wiring, bundle));
            }
        }
        unresolved.putAll(failed);
        return unresolved;
    }

    private static List<String> missing(FrameworkWiring wiring, Bundle bundle) {
        var missing = new ArrayList<String>();
        for (var requirement : bundle.adapt(BundleRevision.class).getDeclaredRequirements(null)) {
            var directives = requirement.getDirectives();
            var matters = !Constants.RESOLUTION_OPTIONAL.equals(directives.get(Constants.RESOLUTION_DIRECTIVE))
                    && directives.getOrDefault("effective", "resolve").equals("resolve");
            if (matters && wiring.findProviders(requirement).isEmpty()) {
                missing.add(Words.of(requirement));
            }
        }
        return missing;
    }

    private static InputStream jar(Headers headers) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes, headers.manifest())) {
            jar.finish();
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static void end(Framework framework) {
        try {
            framework.stop();
            framework.waitForStop(10_000);
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
