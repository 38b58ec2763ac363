// SPDX-License-Identifier: Apache-2.0
package org.huifang.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server of one cluster: started again whenever it dies, until it is stopped. */
public final class Server {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final Duration START = Duration.ofSeconds(120);
    private final Cluster cluster;
    private final ServerFiles files;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private volatile boolean stopping;
    private volatile @Nullable Process process;
    private @Nullable Thread keeper;

    /**
     * @param settings lines of postgresql.conf that win over the defaults
     */
    public Server(Cluster cluster, String settings) {
        this.cluster = cluster;
        this.files = new ServerFiles(cluster, settings);
    }

    /** Returns once connections are accepted. */
    public void start() throws IOException {
        new Orphan(cluster.data()).stop();
        files.write(port());
        // a platform thread: the operating system tells the server of the death of the thread that started it
        Thread thread = Thread.ofPlatform().name("huifang-postgres").daemon(false).start(this::keep);
        keeper = thread;
        try {
            ready.get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            stop();
            throw new IllegalStateException("PostgreSQL does not start: " + e.getMessage(), e);
        }
    }

    /** The one in the file, so that an address outlives a restart, unless somebody else took it meanwhile. */
    public int port() throws IOException {
        Path file = cluster.portFile();
        if (Files.exists(file)) {
            int kept = Integer.parseInt(Files.readString(file).strip());
            if (process != null || isFree(kept)) {
                return kept;
            }
        }
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(file, Integer.toString(any.getLocalPort()));
            return any.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private void keep() {
        int failures = 0;
        while (!stopping) {
            try {
                long began = System.nanoTime();
                int code = runOnce();
                if (!stopping) {
                    failures = System.nanoTime() - began > TimeUnit.MINUTES.toNanos(1) ? 0 : failures + 1;
                    LOG.error("PostgreSQL ended with code {}; starting it again. Its log: {}", code, files.log());
                    if (failures > 10 && !ready.isDone()) {
                        ready.completeExceptionally(new IllegalStateException("it ends with code " + code + ", see "
                                + files.log()));
                        return;
                    }
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(Math.min(5_000, 100L * failures)));
                }
            } catch (IOException | UncheckedIOException e) {
                ready.completeExceptionally(e);
                LOG.error("PostgreSQL cannot be run", e);
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private int runOnce() throws IOException, InterruptedException {
        List<String> command = List.of(cluster.program("postgres").toString(), "-D", cluster.data().toString());
        Process running = Shell.prepare(Path.of("/"), cluster.account().runsWhileWeLive(command))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(files.console().toFile())).start();
        process = running;
        if (stopping) {
            Shell.signal("INT", running.pid());
        }
        while (!ready.isDone() && running.isAlive()) {
            if (files.isReady(running.pid())) {
                ready.complete(null);
            } else {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        }
        return running.waitFor();
    }

    /** Ends it fast: open transactions are rolled back, committed ones are on disk. */
    public void stop() {
        stopping = true;
        Process running = process;
        try {
            if (running != null && running.isAlive()) {
                Shell.signal("INT", running.pid());
                if (!running.waitFor(60, TimeUnit.SECONDS)) {
                    LOG.warn("PostgreSQL does not end; it will recover at its next start");
                    Shell.signal("QUIT", running.pid());
                }
            }
            Thread thread = keeper;
            if (thread != null) {
                thread.join(Duration.ofSeconds(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
