// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import javax.sql.DataSource;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Tells whether the database answers, and why a store is not open. */
@Component(service = {StoreHealth.class, HealthCheck.class}, property = {"hc.name=Database", "hc.tags=database",
        "hc.tags=readiness"})
public final class StoreHealth implements HealthCheck {
    private final Map<String, String> failures = new ConcurrentSkipListMap<>();
    private final Set<String> opening = new ConcurrentSkipListSet<>();
    private volatile @Nullable DataSource pool;
    private volatile String state = "No database is offered yet: neither configured nor started.";

    @Activate
    public StoreHealth() {
    }

    void connecting(DataSource source) {
        pool = source;
        state = "The database does not answer yet.";
    }

    void connected() {
        state = "";
    }

    void unusable(String why) {
        state = why;
    }

    void disconnected() {
        pool = null;
        state = "The database has been disconnected.";
    }

    void opening(String schema) {
        opening.add(schema);
    }

    void opened(String schema) {
        opening.remove(schema);
        failures.remove(schema);
    }

    void failed(String schema, String why) {
        opening.remove(schema);
        failures.put(schema, why);
    }

    @Override
    public Result execute() {
        var log = new FormattingResultLog();
        DataSource source = pool;
        if (source == null || !state.isEmpty()) {
            log.temporarilyUnavailable("{}", state);
        } else {
            try (Connection connection = source.getConnection()) {
                if (connection.isValid(1)) {
                    log.info("The database answers.");
                } else {
                    log.temporarilyUnavailable("The database answered and was lost.");
                }
            } catch (SQLException e) {
                log.temporarilyUnavailable("The database does not answer: {}", e.getMessage());
            }
        }
        opening.forEach(schema -> log.temporarilyUnavailable("The store {} is being opened.", schema));
        failures.forEach((schema, why) -> log.critical("The store {} is not open: {}", schema, why));
        return new Result(log);
    }
}
