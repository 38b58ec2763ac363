// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.clock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.persistence.internal.Connected;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The system's clock, moved ahead by what the database says. Where the configuration lets it be moved, it follows moves
 * by other nodes within a second; elsewhere the database is asked at the start only.
 */
@Component(service = {InstantSource.class, DatabaseClock.class}, configurationPid = "org.huifang.persistence.Clock")
public final class DatabaseClock implements InstantSource {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
    private static final String MOVE = """
        update huifang.clock set ahead_millis = ahead_millis + ? returning ahead_millis""";

    /** The configuration. */
    public @interface Config {
        /** Whether the clock can be moved forward: for demonstrations and tests. */
        boolean settable() default false;
    }

    private final DataSource pool;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService follower = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("huifang-clock").daemon().factory());
    private volatile long aheadMillis;

    @Activate
    public DatabaseClock(@Reference Connected connected, Config config) throws SQLException {
        this(connected.pool(), config.settable());
    }

    DatabaseClock(DataSource pool, boolean settable) throws SQLException {
        this.pool = pool;
        this.aheadMillis = moved(0);
        if (settable) {
            follower.scheduleWithFixedDelay(this::follow, 1, 1, TimeUnit.SECONDS);
        }
    }

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(aheadMillis);
    }

    @Override
    public long millis() {
        return System.currentTimeMillis() + aheadMillis;
    }

    Duration ahead() {
        return Duration.ofMillis(aheadMillis);
    }

    /** Called after the clock has been moved, here or on another node. */
    public void whenMoved(Runnable listener) {
        listeners.add(listener);
    }

    void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("A clock never goes back.");
        }
        try {
            adopt(moved(by.toMillis()));
        } catch (SQLException e) {
            throw new StoreUnavailable("The clock cannot be moved while the database is away.", e);
        }
    }

    private void follow() {
        try {
            adopt(moved(0));
        } catch (SQLException e) {
            LOG.debug("the clock goes on as it was", e);
        }
    }

    private void adopt(long ahead) {
        boolean moved;
        synchronized (this) {
            moved = ahead > aheadMillis;
            aheadMillis = Math.max(ahead, aheadMillis);
        }
        if (moved) {
            listeners.forEach(Runnable::run);
        }
    }

    private long moved(long byMillis) throws SQLException {
        String sql = byMillis == 0 ? "select ahead_millis + ? from huifang.clock" : MOVE;
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, byMillis);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long ahead = row.getLong(1);
                connection.commit();
                return ahead;
            }
        }
    }

    @Deactivate
    void close() {
        follower.shutdownNow();
    }
}
