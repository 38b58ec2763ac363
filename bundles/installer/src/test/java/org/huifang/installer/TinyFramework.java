// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.felix.feature.impl.FeatureServiceImpl;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** A real Felix in a temporary folder with the installer over it, and bundles that are nothing but a manifest. */
final class TinyFramework implements AutoCloseable {
    private static final String EXTRA = "org.osgi.service.feature;version=1.0.0";

    final Path folder;
    final Framework framework;
    final RunningInstaller installer;
    final FeatureFolders folders;
    final Settings settings;

    TinyFramework(Path folder) throws BundleException, IOException {
        this.folder = folder;
        framework = new FrameworkFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE,
                folder.resolve("cache").toString(), Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, EXTRA,
                "felix.service.urlhandlers", "false", "huifang.data", folder.resolve("data").toString(), "huifang.etc",
                folder.resolve("etc").toString()));
        framework.start();
        folders = new FeatureFolders(new FeatureServiceImpl(), folder.resolve("home"), folder.resolve("data"));
        settings = new Settings(silent(ConfigurationAdmin.class), folder.resolve("etc"));
        installer = new RunningInstaller(framework.getBundleContext(), settings, folders, new FrameworkFactory(),
                silent(ServiceComponentRuntime.class));
    }

    static InputStream bundle(String name, String version, String... headers) {
        return new ByteArrayInputStream(jar(name, version, headers));
    }

    static byte[] jar(String name, String version, String... headers) {
        var manifest = new Manifest();
        var main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
        main.putValue(Constants.BUNDLE_VERSION, version);
        for (var header : headers) {
            main.putValue(header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 1).strip());
        }
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes, manifest)) {
            jar.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] feature(String name, String... bundles) {
        var ids = Stream.of(bundles).map(id -> "{\"id\": \"" + id + "\"}").toList();
        return "{\"id\": \"test:features:slingosgifeature:%s:1.0.0\", \"bundles\": [%s]}"
                .formatted(name, String.join(", ", ids)).getBytes(StandardCharsets.UTF_8);
    }

    /** Each bundle with its version and whether it runs. */
    List<String> bundles() {
        return Arrays.stream(framework.getBundleContext().getBundles()).filter(bundle -> bundle.getBundleId() != 0)
                .map(bundle -> bundle.getSymbolicName() + ' ' + bundle.getVersion()
                        + (bundle.getState() == Bundle.ACTIVE ? "" : " stopped"))
                .sorted().toList();
    }

    /** What the next start would find, without working folders. */
    List<String> remembered() throws IOException {
        var root = folder.resolve("data/installed");
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString())
                    .filter(file -> !file.startsWith("former/")).sorted().toList();
        }
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    /** A platform service that knows of nothing. */
    private static <S> S silent(Class<S> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (proxy, method, arguments) -> method.getReturnType().isAssignableFrom(List.class) ? List.of() : null));
    }
}
