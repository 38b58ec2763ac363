// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.smoke;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import org.huifang.postgres.Account;
import org.huifang.postgres.Binaries;
import org.huifang.postgres.Cluster;
import org.huifang.postgres.Server;

/** A PostgreSQL that is somebody else's: an empty database and a user who owns it, as an administrator would give. */
final class OtherPostgres implements AutoCloseable {
    static final String USER = "huifang";
    private final Path folder;
    private final Cluster cluster;
    private final Server server;

    OtherPostgres() throws IOException {
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        folder = Files.createTempDirectory(temporary, "other-postgres",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        cluster = new Cluster(folder, Binaries.in(temporary.resolve("huifang-postgres-" + System.getProperty(
                "user.name"))), Account.owning(folder));
        cluster.prepare("");
        server = new Server(cluster, "");
        server.start();
    }

    String url() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/huifang";
    }

    String password() throws IOException {
        return cluster.password();
    }

    /** The number that a query gives; sees the rows of all tenants. */
    long number(String query) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(url(), USER, password());
                var statement = connection.createStatement()) {
            statement.execute("select set_config('huifang.tenant', '*', false)");
            try (var rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.stop();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
