// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Remembers the changelog files a schema was made from: Liquibase takes a second at each start to find nothing to do. */
final class AppliedChangelog {
    private AppliedChangelog() {
    }

    static boolean isCurrent(Connection connection, String schema, String changelog, ChangelogFiles files)
            throws SQLException {
        Map<String, String> applied = new HashMap<>();
        try (PreparedStatement exists = connection.prepareStatement("select to_regclass(?) is not null")) {
            exists.setString(1, schema + ".huifang_changelog");
            try (ResultSet row = exists.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    return false;
                }
            }
        }
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("select path, sha256 from " + schema + ".huifang_changelog")) {
            while (rows.next()) {
                applied.put(rows.getString(1), rows.getString(2));
            }
        }
        return applied.containsKey(changelog)
                && applied.entrySet().stream().allMatch(file -> sha256(files, file.getKey()).equals(file.getValue()));
    }

    static void record(Connection connection, String schema, ChangelogFiles files)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists " + schema
                    + ".huifang_changelog (path text primary key, sha256 text not null)");
            statement.execute("delete from " + schema + ".huifang_changelog");
        }
        try (PreparedStatement insert = connection
                .prepareStatement("insert into " + schema + ".huifang_changelog (path, sha256) values (?, ?)")) {
            for (String path : files.read()) {
                insert.setString(1, path);
                insert.setString(2, sha256(files, path));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String sha256(ChangelogFiles files, String path) {
        URL file = files.find(path);
        if (file == null) {
            return "missing";
        }
        try (InputStream open = file.openStream();
                DigestInputStream in = new DigestInputStream(open, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
