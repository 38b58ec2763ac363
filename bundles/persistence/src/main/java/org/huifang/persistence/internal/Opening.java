// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.persistence.SqlFailed;

/** What happens between a context's call and its open unit; the same in the product and in tests. */
public final class Opening {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SCHEMA_NAME = "[a-z][a-z0-9_]{0,40}";
    private final DataSource pool;
    private final Migration migration;

    public Opening(DataSource pool) {
        this.pool = pool;
        this.migration = new Migration(pool);
    }

    /** Brings Huifang's own bookkeeping up to date; contexts rely on the functions in it. */
    public void prepare() {
        patiently("huifang", () -> migration.migrate("huifang", "huifang/store.sql", Opening.class.getClassLoader()));
        patiently("jobs", () -> migration.migrate("jobs", "huifang/jobs.sql", Opening.class.getClassLoader()));
    }

    /**
     * Its entities are not compared with the tables yet: see {@link StoreUnit#compare}.
     *
     * @param client sees the changelog and the entities
     */
    public StoreUnit open(ClassLoader client, String schema, String changelog, Class<?>... entities) {
        if (!schema.matches(SCHEMA_NAME) || schema.equals("huifang") || schema.equals("jobs")) {
            throw new IllegalArgumentException("Not a name for the schema of a context: " + schema);
        }
        var sessions = new LazySessions(schema, () -> Sessions.build(pool, client, schema, entities));
        patiently(schema, () -> {
            migration.migrate(schema, changelog, client);
            TenantsApart.check(pool, schema);
            return schema;
        });
        return new StoreUnit(new Transactions(pool), sessions);
    }

    private static <R> R patiently(String schema, Step<R> step) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return step.run();
            } catch (SQLException e) {
                RuntimeException cause = Transactions.translated(e);
                if (cause instanceof SqlFailed) {
                    throw new IllegalStateException("The schema " + schema + " cannot be opened: " + e.getMessage(), e);
                }
                if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                    throw new StoreUnavailable("The database did not answer while " + schema + " was opened.", e);
                }
            }
        }
    }

    private interface Step<R> {
        R run() throws SQLException;
    }
}
