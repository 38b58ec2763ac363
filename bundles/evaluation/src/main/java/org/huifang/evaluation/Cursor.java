// SPDX-License-Identifier: Apache-2.0
package org.huifang.evaluation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How far the timeline was followed. */
final class Cursor {
    private Cursor() {
    }

    static String read(Connection connection) throws SQLException {
        try (PreparedStatement query = connection
                .prepareStatement("select position from evaluation.cursor where name = 'timeline'");
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getString(1) : "";
        }
    }

    /** False when it does not stand where the caller began; locks it until the end of the transaction. */
    static boolean move(Connection connection, String from, String to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update evaluation.cursor set position = ? where name = 'timeline' and position = ?")) {
            update.setString(1, to);
            update.setString(2, from);
            return update.executeUpdate() == 1;
        }
    }
}
