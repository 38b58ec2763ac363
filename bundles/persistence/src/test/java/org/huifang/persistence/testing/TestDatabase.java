// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.huifang.persistence.Persistence;
import org.huifang.persistence.Unit;
import org.huifang.persistence.internal.Opening;
import org.huifang.persistence.internal.Pool;
import org.huifang.persistence.internal.StoreUnit;

/**
 * A fresh database on a PostgreSQL that all test classes of a JVM share, opened by the code that runs in the product.
 * Open one per test class, in a static field or {@code @BeforeAll}, and close it after all.
 */
public final class TestDatabase implements Persistence, AutoCloseable {
    private final HikariDataSource pool;
    private final Opening opening;
    private final List<Unit> units = new ArrayList<>();
    private final String url;

    private TestDatabase(String url) {
        this.url = url;
        this.pool = Pool.open(url, TestServer.USER, TestServer.password(), 16);
        this.opening = new Opening(pool);
        opening.prepare();
    }

    /** A new empty database; the server is started with the first. */
    public static TestDatabase start() {
        return new TestDatabase(TestServer.freshDatabase());
    }

    /** Opens the store of a context; the class loader is that of the entities, or of the caller's thread. */
    @Override
    public Unit open(String schema, String changelog, Class<?>... entities) {
        ClassLoader client = entities.length > 0
                ? entities[0].getClassLoader()
                : Thread.currentThread().getContextClassLoader();
        StoreUnit unit = opening.open(client, schema, changelog, entities);
        units.add(unit);
        if (entities.length > 0) {
            unit.compare();
        }
        return unit;
    }

    /** The owner role's connections, with no tenant set: they see no row of any context. */
    public DataSource dataSource() {
        return pool;
    }

    public String url() {
        return url;
    }

    public String user() {
        return TestServer.USER;
    }

    public String password() {
        return TestServer.password();
    }

    /** Runs one statement outside any unit, seeing every tenant's rows. */
    public void execute(String sql) throws SQLException {
        try (var connection = pool.getConnection(); var statement = connection.createStatement()) {
            statement.execute("set local huifang.tenant = '*'");
            statement.execute(sql);
            connection.commit();
        }
    }

    @Override
    public void close() {
        units.forEach(Unit::close);
        pool.close();
    }
}
