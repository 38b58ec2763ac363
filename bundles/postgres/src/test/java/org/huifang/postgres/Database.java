// SPDX-License-Identifier: Apache-2.0
package org.huifang.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A durable database in a folder, as the bundle runs it. */
final class Database {
    final Path folder;
    final Cluster cluster;

    Database(Path folder) {
        this.folder = folder;
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path binaries = Binaries.in(temporary.resolve("huifang-postgres-" + System.getProperty("user.name")));
        this.cluster = new Cluster(folder, binaries,
                Account.owning(Files.isDirectory(folder.resolve("data")) ? folder.resolve("data") : folder));
    }

    /** JUnit's own temporary folders are closed to the user that runs PostgreSQL. */
    static Path reachableFolder() throws IOException {
        return Files.createTempDirectory("huifang-test-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    Server start() throws IOException {
        cluster.prepare("");
        var server = new Server(cluster, "");
        server.start();
        return server;
    }

    Connection connect(int port) throws SQLException, IOException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/huifang", "huifang",
                cluster.password());
    }

    String ask(int port, String sql) throws SQLException, IOException {
        try (Connection connection = connect(port); ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    void run(int port, String sql) throws SQLException, IOException {
        try (Connection connection = connect(port)) {
            connection.createStatement().execute(sql);
        }
    }

    long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(cluster.data().resolve("postmaster.pid")).getFirst().strip());
    }

    /** Without those that a server has just forked, which look like it until they have a title of their own. */
    long serversAtWork() throws IOException {
        try (var processes = Files.list(Path.of("/proc"))) {
            Set<Long> pids = processes.map(process -> process.getFileName().toString())
                    .filter(name -> name.matches("\\d+")).map(Long::valueOf).filter(this::isServer)
                    .collect(Collectors.toSet());
            return pids.stream().map(ProcessHandle::of).flatMap(Optional::stream)
                    .filter(server -> server.parent().filter(parent -> pids.contains(parent.pid())).isEmpty()).count();
        }
    }

    private boolean isServer(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(cluster.data())
                    && Files.readString(process.resolve("cmdline")).contains("-D\0");
        } catch (IOException gone) {
            return false;
        }
    }
}
