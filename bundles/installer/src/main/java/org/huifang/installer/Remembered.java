// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was installed, updated and removed at run time, as files that the launcher reads at the next start: {@code
 * features/NAME.json}, or an empty {@code features/NAME} for one of the distribution, {@code repository/} in Maven's layout, {@code bundles/NAME.jar}, and the lines of {@code
 * removed}. The version before the last one of a bundle is {@code former/NAME.jar}.
 */
final class Remembered {
    private final Path root;

    Remembered(Path root) {
        this.root = root;
    }

    /** A new folder to work in, on the same file system; the caller deletes it. */
    Path stage() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(root.resolve("incoming")), "op");
    }

    Path bundle(String name) {
        return root.resolve("bundles").resolve(name + ".jar");
    }

    Path former(String name) {
        return root.resolve("former").resolve(name + ".jar");
    }

    Path feature(String name) {
        return root.resolve("features").resolve(name + ".json");
    }

    /** Says that a feature of the distribution is started, in whatever version the distribution has. */
    Path chosen(String name) {
        return root.resolve("features").resolve(name);
    }

    Path artifact(String path) {
        return root.resolve("repository").resolve(path);
    }

    /** What was kept of bundles that go. */
    void forget(Collection<String> bundles) throws IOException {
        for (var name : bundles) {
            Files.deleteIfExists(bundle(name));
            Files.deleteIfExists(former(name));
        }
    }

    void forgetFeature(String name) throws IOException {
        Files.deleteIfExists(feature(name));
        Files.deleteIfExists(chosen(name));
    }

    void move(Path from, Path to) throws IOException {
        var folder = to.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.move(from, to, ATOMIC_MOVE);
    }

    void remove(String kind, String name) throws IOException {
        var lines = removed();
        lines.add(kind + ' ' + name);
        write(lines);
    }

    void restore(String kind, String name) throws IOException {
        var lines = removed();
        if (lines.remove(kind + ' ' + name)) {
            write(lines);
        }
    }

    private Set<String> removed() throws IOException {
        var file = root.resolve("removed");
        return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : new TreeSet<>();
    }

    private void write(Set<String> lines) throws IOException {
        var file = Files.createTempFile(root, "removed", ".tmp");
        Files.write(file, lines);
        Files.move(file, root.resolve("removed"), ATOMIC_MOVE);
    }
}
