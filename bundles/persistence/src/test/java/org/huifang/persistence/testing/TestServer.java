// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.huifang.postgres.Account;
import org.huifang.postgres.Binaries;
import org.huifang.postgres.Cluster;
import org.huifang.postgres.Server;

/** The one PostgreSQL of a test JVM, in the temporary folder; without fsync, because nothing outlives the tests. */
final class TestServer {
    static final String USER = "huifang";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final TestServer ONLY = new TestServer();
    private final Server server;
    private final Cluster cluster;

    private TestServer() {
        try {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            Path binaries = Binaries.in(temporary.resolve("huifang-postgres-" + System.getProperty("user.name")));
            Path folder = Files.createTempDirectory(temporary, "huifang-test-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            this.cluster = new Cluster(folder, binaries, Account.owning(folder));
            cluster.prepare("createdb");
            this.server = new Server(cluster,
                    "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n");
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Quickly: nobody needs these data any more, and the build waits for its test processes. */
    private void end(Path folder) {
        var stopping = new Thread(server::stop);
        stopping.start();
        try {
            if (!stopping.join(Duration.ofSeconds(1))) {
                String pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst().strip();
                ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
                stopping.join(Duration.ofSeconds(5));
            }
        } catch (IOException | InterruptedException e) {
            System.getLogger("test").log(System.Logger.Level.INFO, "ending by itself: " + folder);
        }
        try (var all = Files.walk(folder)) {
            all.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            System.getLogger("test").log(System.Logger.Level.INFO, "left behind: " + folder);
        }
    }

    static String password() {
        try {
            return ONLY.cluster.password();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String freshDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        try (var connection = DriverManager.getConnection(url("postgres"), USER, password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return url(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(String database) {
        try {
            return "jdbc:postgresql://127.0.0.1:" + ONLY.server.port() + "/" + database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
