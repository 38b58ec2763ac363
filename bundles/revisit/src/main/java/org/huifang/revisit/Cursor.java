// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;

/** How far the timeline was followed. */
final class Cursor {
    private Cursor() {
    }

    static String read(Sql sql) throws SQLException {
        return sql.list("select position from revisit.cursor where name = 'timeline'", row -> row.getString(1))
                .getFirst();
    }

    /** False when it does not stand where the caller began; locks it until the end of the transaction. */
    static boolean move(Sql sql, String from, String to) throws SQLException {
        return sql.update("update revisit.cursor set position = ? where name = 'timeline' and position = ?", to,
                from) == 1;
    }
}
