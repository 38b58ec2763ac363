// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.huifang.persistence.testing.TestDatabase;

/** Looks into tables past the archive. */
final class Rows {
    private Rows() {
    }

    static List<String> in(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.dataSource().getConnection(); var statement = connection.createStatement()) {
            statement.execute("set local huifang.tenant = '*'");
            var list = new ArrayList<String>();
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    list.add(rows.getString(1));
                }
            }
            connection.rollback();
            return list;
        }
    }
}
