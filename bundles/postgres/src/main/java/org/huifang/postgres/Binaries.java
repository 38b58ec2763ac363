// SPDX-License-Identifier: Apache-2.0
package org.huifang.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per version. */
public final class Binaries {
    static final int MAJOR = 18;
    /** Of the archive in this bundle; part of the folder's name, so that an update unpacks anew. */
    private static final String VERSION = "18.6.0";

    private Binaries() {
    }

    /**
     * Unpacks into a folder below the given one unless that has been done; safe against other processes doing the same.
     *
     * @return the folder with {@code bin}
     */
    public static Path in(Path parent) {
        Path home = parent.resolve(VERSION);
        if (Files.isExecutable(home.resolve("bin/postgres"))) {
            return home;
        }
        try {
            Files.createDirectories(parent);
            try (FileChannel channel = FileChannel.open(parent.resolve(VERSION + ".lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); var lock = channel.lock()) {
                if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                    Path fresh = Files.createTempDirectory(parent, VERSION);
                    unpack(fresh);
                    Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be unpacked into " + parent, e);
        }
        return home;
    }

    private static void unpack(Path folder) throws IOException {
        String machine = switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "aarch64" -> "arm_64";
            case "amd64", "x86_64" -> "x86_64";
            case String other -> other;
        };
        String name = "postgres-linux-" + machine + ".txz";
        URL archive = Binaries.class.getResource("/" + name);
        if (archive == null) {
            throw new IllegalStateException("This Huifang carries no PostgreSQL for " + machine
                    + " (a resource " + name + " of a bundle fragment): configure an external one in etc/.");
        }
        try (InputStream in = new XZInputStream(new BufferedInputStream(archive.openStream(), 1 << 16))) {
            new TarArchive(in).unpack(folder);
        }
    }
}
