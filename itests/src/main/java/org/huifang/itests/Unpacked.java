// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The archive of the distribution, unpacked when it is first asked for, and gone with this process. */
final class Unpacked {
    static final Path HOME = unpack();

    private Unpacked() {
    }

    private static Path unpack() {
        try {
            var given = System.getProperty("huifang.distribution", "../distribution/target");
            Path archive;
            try (var files = Files.list(Path.of(given))) {
                archive = files.filter(file -> file.toString().endsWith(".tar.gz")).findFirst()
                        .orElseThrow(() -> new IllegalStateException("no archive in " + given));
            }
            var folder = Files.createTempDirectory("huifang-home");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            var tar = new ProcessBuilder("tar", "-xzf", archive.toAbsolutePath().toString(), "-C",
                    folder.toString(), "--strip-components=1").inheritIO().start();
            if (tar.waitFor() != 0) {
                throw new IllegalStateException("tar could not unpack " + archive);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
