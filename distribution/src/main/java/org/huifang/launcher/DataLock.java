// SPDX-License-Identifier: Apache-2.0
package org.huifang.launcher;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One process at a time owns a data folder; the kernel lets go of the lock when that process ends in any way. */
final class DataLock {
    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    static DataLock take(Installation installation) throws Refusal {
        var file = installation.lockFile();
        try {
            // As root, PostgreSQL runs as another user and must be able to pass through to its own folder.
            ownFolder(installation.data(), System.getProperty("user.name").equals("root") ? "rwx--x--x" : "rwx------");
            for (var name : List.of("run", "cache", "installed", "deploy")) {
                ownFolder(installation.data().resolve(name), "rwx------");
            }
            var channel = FileChannel.open(file, CREATE, READ, WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new Refusal(4, "the data folder " + installation.data() + " is in use by another Huifang"
                        + holder(installation).map(process -> " (process " + process.pid() + ")").orElse("")
                        + ": stop that one, or choose another folder with --data");
            }
            var pid = Long.toString(ProcessHandle.current().pid());
            channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
            channel.force(false);
            return new DataLock(channel);
        } catch (IOException e) {
            throw new Refusal(4, "the data folder " + installation.data() + " cannot be used: " + e);
        }
    }

    /** Tries for a second: whoever only asks for the holder has the lock for an instant. */
    private static boolean locked(FileChannel channel) throws IOException {
        for (var attempt = 0; attempt < 20; attempt++) {
            if (channel.tryLock() != null) {
                return true;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return false;
    }

    /** The process that runs on this data folder, if one does. */
    static Optional<ProcessHandle> holder(Installation installation) {
        var file = installation.lockFile();
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(file, READ, WRITE)) {
            var free = channel.tryLock();
            if (free != null) {
                free.release();
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean held() {
        return channel.isOpen();
    }

    private static void ownFolder(Path folder, String permissions) throws IOException {
        if (!Files.isDirectory(folder)) {
            if (folder.getParent() != null) {
                Files.createDirectories(folder.getParent());
            }
            Files.createDirectory(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        }
    }
}
