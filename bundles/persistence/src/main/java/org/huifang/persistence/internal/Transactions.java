// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.JDBCException;
import org.hibernate.exception.JDBCConnectionException;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.persistence.SqlFailed;
import org.huifang.persistence.SqlWork;
import org.jspecify.annotations.Nullable;

/** Runs work in one transaction whose connection sees the rows of one tenant. */
final class Transactions {
    static final String ALL_TENANTS = "*";
    private static final String UNREACHABLE = "The database cannot be reached at the moment.";

    private final DataSource pool;

    Transactions(DataSource pool) {
        this.pool = pool;
    }

    <R extends @Nullable Object> R run(String tenant, boolean readOnly, SqlWork<R> work) {
        try (Connection connection = pool.getConnection()) {
            if (readOnly) {
                connection.setReadOnly(true);
            }
            try {
                see(connection, tenant);
                R result = work.run(connection);
                connection.commit();
                return result;
            } catch (Throwable failure) {
                rollBack(connection, failure);
                throw failure;
            }
        } catch (SQLException failure) {
            throw translated(failure);
        } catch (JDBCException failure) {
            throw failure instanceof JDBCConnectionException
                    ? new StoreUnavailable(UNREACHABLE, failure)
                    : translated(failure.getSQLException());
        }
    }

    private static void see(Connection connection, String tenant) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("select set_config('huifang.tenant', ?, true)")) {
            statement.setString(1, tenant);
            statement.execute();
        }
    }

    private static void rollBack(Connection connection, Throwable because) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /** Classes of SQLSTATE: 08 connection, 53 out of memory or disk, 57P shutting down; 25006 is a standby. */
    static RuntimeException translated(SQLException failure) {
        String state = failure.getSQLState();
        boolean lost = failure instanceof java.sql.SQLTransientConnectionException || state != null
                && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")
                        || state.equals("25006"));
        return lost ? new StoreUnavailable(UNREACHABLE, failure) : new SqlFailed(failure);
    }
}
