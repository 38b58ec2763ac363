// SPDX-License-Identifier: Apache-2.0
package org.huifang.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that outlived the Huifang that started it: two on one folder would destroy it. */
final class Orphan {
    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
    private final Path data;

    Orphan(Path data) {
        this.data = data;
    }

    /** Ends it, or removes the mark of one that is long dead: its process id may be somebody else's by now. */
    void stop() throws IOException {
        Path mark = data.resolve("postmaster.pid");
        if (!Files.exists(mark)) {
            return;
        }
        var lines = Files.readAllLines(mark);
        long pid = lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().strip());
        var process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty() || !worksHere(pid)) {
            Files.deleteIfExists(mark);
            return;
        }
        LOG.info("A PostgreSQL of an earlier run still works in {}; ending it first", data);
        Shell.signal("INT", pid);
        try {
            process.get().onExit().get(60, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("The PostgreSQL with process id " + pid + " works in " + data
                    + " and does not end: end it by hand.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean worksHere(long pid) throws IOException {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd")).equals(data.toRealPath());
        } catch (java.nio.file.AccessDeniedException | java.nio.file.NoSuchFileException somebodyElses) {
            return false;
        }
    }
}
