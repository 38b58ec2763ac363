// SPDX-License-Identifier: Apache-2.0
package org.huifang.events.out;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.store.Sealing;
import org.huifang.events.EventStore;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What hooks to each endpoint are signed with, sealed; two for a day after a change. */
@Component(service = Secrets.class)
public final class Secrets {
    private static final String PURPOSE = "endpoint secret";
    private static final Duration ROTATION = Duration.ofDays(1);

    private final EventStore store;
    private final Sealing sealing;
    private final InstantSource clock;

    @Activate
    public Secrets(@Reference EventStore store, @Reference Sealing sealing, @Reference InstantSource clock) {
        this.store = store;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** Newest first. */
    List<byte[]> valid(TenantId tenant, UUID endpoint) {
        return store.of(tenant, sql -> sql.list("""
            select sealed from events.endpoint_secret where tenant = ? and endpoint = ? and (ends is null or ends > ?)
            order by ends nulls first""", row -> sealing.open(row.getBytes(1), PURPOSE), tenant.value(), endpoint,
                clock.instant()));
    }

    /** A further one; the one before is valid for a day, any older one no more. */
    String add(Sql sql, TenantId tenant, UUID endpoint) throws SQLException {
        byte[] key = Signing.fresh();
        Instant now = clock.instant();
        sql.update("delete from events.endpoint_secret where endpoint = ? and ends is not null", endpoint);
        sql.update("update events.endpoint_secret set ends = ? where endpoint = ?", now.plus(ROTATION), endpoint);
        sql.update("""
            insert into events.endpoint_secret (id, tenant, endpoint, sealed, made) values (?, ?, ?, ?, ?)""",
                UUID.randomUUID(), tenant.value(), endpoint, sealing.seal(key, PURPOSE), now);
        return Signing.shown(key);
    }
}
