// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The way into the database of a running distribution, to look at what it really holds. */
public final class Database {
    private Database() {
    }

    /** A connection of the role that Huifang itself uses; it sees the rows of all tenants. */
    public static Connection of(Distribution huifang) throws IOException, SQLException {
        var folder = huifang.data().resolve("postgres");
        if (Files.exists(folder.resolve("moved-to"))) {
            folder = Path.of(Files.readString(folder.resolve("moved-to")).strip());
        }
        var connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + Files.readString(folder.resolve("port")).strip() + "/huifang",
                "huifang", Files.readString(folder.resolve("password")).strip());
        try (var set = connection.createStatement()) {
            set.execute("select set_config('huifang.tenant', '*', false)");
        }
        return connection;
    }

    /** How many rows a query that counts gives. */
    public static long count(Distribution huifang, String query) {
        return Long.parseLong(text(huifang, query));
    }

    /** The one value that a query gives. */
    public static String text(Distribution huifang, String query) {
        try (var connection = of(huifang);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new IllegalStateException("no row: " + query);
            }
            return rows.getString(1);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
