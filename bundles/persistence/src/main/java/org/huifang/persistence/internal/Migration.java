// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.lockservice.LockServiceFactory;
import liquibase.ui.LoggerUIService;

/** Brings one schema up to its changelog; of several nodes that want to, one does. */
final class Migration {
    /** Held, or the level set here is collected with it. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");
    private final DataSource pool;

    Migration(DataSource pool) {
        this.pool = pool;
        LIQUIBASE.setLevel(Level.WARNING);
    }

    boolean migrate(String schema, String changelog, ClassLoader client) throws SQLException {
        var files = new ChangelogFiles(client);
        try (Connection guard = pool.getConnection()) {
            if (AppliedChangelog.isCurrent(guard, schema, changelog, files)) {
                guard.commit();
                return false;
            }
            waitForOthers(guard, schema);
            if (!AppliedChangelog.isCurrent(guard, schema, changelog, files)) {
                create(schema);
                run(schema, changelog, files);
                record(schema, files);
            }
            guard.commit();
            return true;
        }
    }

    /** Held until the guard commits or its node dies. */
    private static void waitForOthers(Connection guard, String schema) throws SQLException {
        try (PreparedStatement lock = guard
                .prepareStatement("select pg_advisory_xact_lock(hashtext('huifang.migration'), hashtext(?))")) {
            lock.setString(1, schema);
            lock.execute();
        }
    }

    private void create(String schema) throws SQLException {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + schema);
            connection.commit();
        }
    }

    /** Not on the guard's connection: its transaction has looked for the schema and remembers that there was none. */
    private void record(String schema, ChangelogFiles files) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            AppliedChangelog.record(connection, schema, files);
            connection.commit();
        }
    }

    private void run(String schema, String changelog, ChangelogFiles files) throws SQLException {
        Connection connection = pool.getConnection();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(Migration.class.getClassLoader());
        // a change may go through all rows there are; what waits for an answer so long elsewhere has lost the server
        int patience = connection.getNetworkTimeout();
        try (connection) {
            connection.setNetworkTimeout(Runnable::run, 0);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set huifang.tenant = '*'");
                connection.commit();
            }
            Scope.child(Map.of(Scope.Attr.resourceAccessor.name(), files, Scope.Attr.classLoader.name(),
                    Migration.class.getClassLoader(), Scope.Attr.ui.name(), new LoggerUIService(),
                    AnalyticsArgs.ENABLED.getKey(), false), () -> update(connection, schema, changelog));
            connection.setNetworkTimeout(Runnable::run, patience);
        } catch (Exception e) {
            throw failed(schema, e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static void update(Connection connection, String schema, String changelog) throws Exception {
        var database = new PostgresDatabase();
        database.setConnection(new JdbcConnection(connection));
        database.setDefaultSchemaName(schema);
        database.setLiquibaseSchemaName(schema);
        try {
            // whoever holds Liquibase's lock while we hold ours has died
            var lock = LockServiceFactory.getInstance().getLockService(database);
            lock.init();
            lock.forceReleaseLock();
            new CommandScope(UpdateCommandStep.COMMAND_NAME)
                    .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                    .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog)
                    .setOutput(OutputStream.nullOutputStream()).execute();
        } finally {
            LockServiceFactory.getInstance().resetAll();
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("discard all");
                }
            }
        }
    }

    private static RuntimeException failed(String schema, Exception failure) throws SQLException {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
            if (root instanceof SQLException e
                    && !(Transactions.translated(e) instanceof org.huifang.persistence.SqlFailed)) {
                throw e;
            }
        }
        return new IllegalStateException("The migration of the schema " + schema + " failed: " + root.getMessage(),
                failure);
    }
}
