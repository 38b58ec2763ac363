// SPDX-License-Identifier: Apache-2.0
package org.huifang.events;

import java.time.InstantSource;
import java.util.List;
import org.huifang.api.TenantId;
import org.huifang.api.events.UnmappedEvents;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts by source and type; of a source, so many types and no more. */
@Component
public final class StoredUnmapped implements UnmappedEvents {
    private static final int MOST_TYPES = 200;
    private static final int LONGEST = 200;
    private static final String COUNT = """
        insert into events.unmapped (tenant, source, type, times, last)
        select ?, ?, case when (select count(*) from events.unmapped where tenant = ? and source = ?) < ?
          or exists (select 1 from events.unmapped where tenant = ? and source = ? and type = ?) then ? else 'other' end,
          ?, ?
        on conflict (tenant, source, type) do update set times = unmapped.times + excluded.times, last = excluded.last""";

    private final EventStore store;
    private final InstantSource clock;

    @Activate
    public StoredUnmapped(@Reference EventStore store, @Reference InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void count(TenantId tenant, String source, String type, long times) {
        String known = Sql.storable(type.length() > LONGEST ? type.substring(0, LONGEST) : type);
        store.of(tenant, sql -> sql.update(COUNT, tenant.value(), source, tenant.value(), source, MOST_TYPES,
                tenant.value(), source, known, known, times, clock.instant()));
    }

    @Override
    public List<Count> counts(TenantId tenant) {
        return store.of(tenant, sql -> sql.list(
                "select * from events.unmapped where tenant = ? order by times desc, source, type limit 500",
                row -> new Count(row.getString("source"), row.getString("type"), row.getLong("times"),
                        Sql.instant(row, "last")),
                tenant.value()));
    }
}
