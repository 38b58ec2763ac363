// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a database is one that Huifang can be trusted to. */
final class ServerCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ServerCheck.class);
    private static final int OLDEST = 150_000;
    private static final String QUERY = """
        select current_setting('server_version_num')::int, current_setting('server_version'), current_user,
          current_setting('server_encoding'), r.rolsuper or r.rolbypassrls,
          has_database_privilege(current_database(), 'create')
        from pg_roles r where r.rolname = current_user""";

    private ServerCheck() {
    }

    /**
     * @return the version
     * @throws IllegalStateException when it is too old, not in UTF-8, or belongs to somebody else
     */
    static String passed(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            String version = row.getString(2);
            if (row.getInt(1) < OLDEST) {
                throw new IllegalStateException("Huifang needs PostgreSQL 15 or later; this is " + version + ".");
            }
            if (!row.getString(4).equals("UTF8")) {
                throw new IllegalStateException("The encoding of the database is " + row.getString(4)
                        + ": create it with encoding 'UTF8'.");
            }
            if (!row.getBoolean(6)) {
                throw new IllegalStateException("The role " + row.getString(3)
                        + " cannot create schemas: make it the owner of the database.");
            }
            if (row.getBoolean(5)) {
                LOG.warn(
                        "The role {} is a superuser or bypasses row-level security: nothing in the database keeps tenants"
                                + " apart. Give Huifang a role that is neither.",
                        row.getString(3));
            }
            connection.commit();
            return version;
        }
    }
}
