// SPDX-License-Identifier: Apache-2.0
package org.huifang.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder the database lives in: {@code postgres} in the data folder. Where root's own folders are closed to the
 * account that has to run it, a folder of its own below {@code /var/lib/huifang}, named in the file {@code moved-to}.
 */
final class Place implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Place.class);
    private static final Path OPEN_TO_ALL = Path.of("/var/lib/huifang");
    private final Path folder;
    private final Account account;
    private final FileChannel lock;

    /**
     * @throws IllegalStateException when another process keeps its database there
     */
    Place(Path dataFolder) throws IOException {
        this(dataFolder, OPEN_TO_ALL);
    }

    Place(Path dataFolder, Path openToAll) throws IOException {
        Path home = dataFolder.toAbsolutePath().normalize().resolve("postgres");
        Files.createDirectories(home);
        this.lock = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            lock.close();
            throw new IllegalStateException("Another Huifang uses the database in " + home + ": stop it first.");
        }
        Path moved = home.resolve("moved-to");
        Account owner = Account.owning(home);
        if (Files.exists(moved)) {
            this.folder = Path.of(Files.readString(moved).strip());
            this.account = Account.owning(folder.resolve("data"));
        } else if (owner.reaches(home)) {
            this.folder = home;
            this.account = Files.isDirectory(home.resolve("data")) ? Account.owning(home.resolve("data")) : owner;
        } else {
            this.folder = openToAll.resolve(UUID.randomUUID().toString());
            this.account = owner;
            Files.createDirectories(folder);
            Files.writeString(moved, folder.toString());
            LOG.warn(
                    "PostgreSQL does not run as root, and the user {} it runs as cannot enter {}: the database is in {}",
                    owner.uid(), home, folder);
        }
        if (!account.reaches(folder)) {
            throw new IllegalStateException("PostgreSQL does not run as root, and the user " + account.uid()
                    + " it runs as cannot enter " + folder + ": choose a data folder that it can reach.");
        }
    }

    Path folder() {
        return folder;
    }

    Account account() {
        return account;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
