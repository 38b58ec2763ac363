// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.huifang.api.TenantId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Counts each attempt before the password is looked at, so that a thousand at once are no faster than one by one. From
 * the fifth failure of a name on each makes it wait, twice as long as the one before, an hour at most. Names that do not
 * exist are throttled alike.
 */
@Component(service = Throttle.class)
public final class Throttle {
    private static final String COUNT = """
            insert into identity.attempt as a (tenant, name, failures, until, last) values (?, ?, 1, ?, ?)
            on conflict (tenant, name) do update set
              failures = case when a.last < excluded.last - interval '1 day' then 1 else a.failures + 1 end,
              until = excluded.last + case
                when a.last < excluded.last - interval '1 day' or a.failures < 4 then interval '0'
                else least(interval '1 hour', interval '30 seconds' * power(2, least(a.failures - 4, 10))) end,
              last = excluded.last
            where a.until <= excluded.last""";
    private static final String UNTIL = "select until from identity.attempt where tenant = ? and name = ?";
    private static final String CLEAR = "delete from identity.attempt where tenant = ? and name = ?";
    private static final String TIDY = "delete from identity.attempt where last < ?";
    private final AccountStore store;
    private final InstantSource clock;

    @Activate
    public Throttle(@Reference AccountStore store, @Reference InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** How long this name has to wait; empty when it may try now, which is counted. */
    Optional<Duration> attempt(TenantId tenant, String name) {
        Instant now = clock.instant();
        return store.unit().sql(tenant, c -> {
            try (PreparedStatement count = c.prepareStatement(COUNT)) {
                count.setString(1, tenant.value());
                count.setString(2, name);
                count.setObject(3, now.atOffset(ZoneOffset.UTC));
                count.setObject(4, now.atOffset(ZoneOffset.UTC));
                return count.executeUpdate() == 1 ? Optional.empty() : Optional.of(wait(c, tenant, name, now));
            }
        });
    }

    void clear(TenantId tenant, String name) {
        store.unit().sql(tenant, c -> {
            try (PreparedStatement clear = c.prepareStatement(CLEAR)) {
                clear.setString(1, tenant.value());
                clear.setString(2, name);
                return clear.executeUpdate();
            }
        });
    }

    void forgetOld() {
        store.unit().sqlAll(c -> {
            try (PreparedStatement tidy = c.prepareStatement(TIDY)) {
                tidy.setObject(1, clock.instant().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC));
                return tidy.executeUpdate();
            }
        });
    }

    private static Duration wait(Connection connection, TenantId tenant, String name, Instant now)
            throws SQLException {
        try (PreparedStatement until = connection.prepareStatement(UNTIL)) {
            until.setString(1, tenant.value());
            until.setString(2, name);
            try (ResultSet rows = until.executeQuery()) {
                Duration left = rows.next()
                        ? Duration.between(now, rows.getObject(1, java.time.OffsetDateTime.class).toInstant())
                        : Duration.ZERO;
                return left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
            }
        }
    }
}
