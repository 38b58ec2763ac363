// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import org.huifang.itests.Distribution;
import org.huifang.postgres.Account;
import org.huifang.postgres.Binaries;
import org.huifang.postgres.Cluster;
import org.huifang.postgres.Server;

/** A PostgreSQL that is somebody else's: an empty database and a user who owns it, as an administrator would give. */
public final class OtherPostgres implements AutoCloseable {
    public static final String USER = "huifang";
    private final Path folder;
    private final Cluster cluster;
    private final Server server;

    public OtherPostgres() throws IOException {
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        folder = Files.createTempDirectory(temporary, "other-postgres",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        cluster = new Cluster(folder, Binaries.in(temporary.resolve("huifang-postgres-" + System.getProperty(
                "user.name"))), Account.owning(folder));
        cluster.prepare("");
        server = new Server(cluster, "");
        server.start();
    }

    public String url() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/huifang";
    }

    public String password() throws IOException {
        return cluster.password();
    }

    /** The number that a query gives; sees the rows of all tenants. */
    public long number(String query) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(url(), USER, password());
                var statement = connection.createStatement()) {
            statement.execute("select set_config('huifang.tenant', '*', false)");
            try (var rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** An installation of its own that is brought here by the lines of the example: what others start must not see them. */
    public Path installation(Path folder, int pool) throws IOException, InterruptedException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var home = folder.resolve("huifang");
        var copying = new ProcessBuilder("cp", "-a", Distribution.unpacked().toString(), home.toString()).inheritIO()
                .start();
        assertThat(copying.waitFor()).isZero();
        uncomment(home.resolve("etc/org.huifang.persistence.cfg"),
                Map.of("url", url(), "user", USER, "password", password(), "poolSize", Integer.toString(pool)));
        return home;
    }

    /** Makes settings of the commented example lines, which have to be there. */
    private static void uncomment(Path file, Map<String, String> settings) throws IOException {
        var text = Files.readString(file);
        for (var setting : settings.entrySet()) {
            var line = "(?m)^#" + setting.getKey() + " = .*$";
            assertThat(text).containsPattern(line);
            text = text.replaceFirst(line,
                    Matcher.quoteReplacement(setting.getKey() + " = " + setting.getValue()));
        }
        Files.writeString(file, text);
    }

    @Override
    public void close() throws IOException {
        server.stop();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
