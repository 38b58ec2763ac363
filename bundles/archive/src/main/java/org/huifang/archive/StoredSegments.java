// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.segment.Condition;
import org.huifang.api.segment.Listed;
import org.huifang.api.segment.Order;
import org.huifang.api.segment.Segment;
import org.huifang.api.segment.Segments;
import org.huifang.api.segment.Why;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Segments on PostgreSQL: a condition becomes one predicate. */
@Component
public final class StoredSegments implements Segments {
    private static final String SELECT = """
        select id, name, condition, columns, sort, owner from archive.segment where tenant = ?""";
    private static final String PUT = """
        insert into archive.segment as s (tenant, id, name, condition, columns, sort, owner)
        values (?, ?, ?, ?::jsonb, ?, ?, ?::uuid)
        on conflict (id) do update set name = excluded.name, condition = excluded.condition,
            columns = excluded.columns, sort = excluded.sort, owner = excluded.owner""";

    private final ArchiveStore store;
    private final InstantSource clock;

    @Activate
    public StoredSegments(@Reference ArchiveStore store, @Reference InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Page<Listed> find(TenantId tenant, Condition condition, String search, Order order,
            @Nullable String after, int limit) {
        return store.of(tenant,
                sql -> new Listing(sql, tenant, clock.instant()).find(condition, search, order, after, limit));
    }

    @Override
    public long count(TenantId tenant, Condition condition, String search) {
        return store.of(tenant, sql -> new Listing(sql, tenant, clock.instant()).count(condition, search));
    }

    @Override
    public Optional<Why> explain(TenantId tenant, Condition condition, UUID learner) {
        return Explaining.of(store, tenant, condition, learner, clock.instant());
    }

    @Override
    public List<Segment> all(TenantId tenant, UUID account) {
        return store.of(tenant, sql -> sql.list(SELECT + " and (owner is null or owner = ?) order by name, id",
                StoredSegments::segment, tenant.value(), account));
    }

    @Override
    public Optional<Segment> segment(TenantId tenant, UUID id) {
        return store.of(tenant,
                sql -> sql.list(SELECT + " and id = ?", StoredSegments::segment, tenant.value(), id)).stream()
                .findFirst();
    }

    @Override
    public void save(TenantId tenant, Segment segment) {
        store.of(tenant, sql -> sql.update(PUT, tenant.value(), segment.id(), Text.storable(segment.name().strip()),
                ConditionJson.write(segment.condition()), segment.columns().toArray(String[]::new),
                segment.order().name(), segment.owner() == null ? null : segment.owner().toString()));
    }

    @Override
    public void remove(TenantId tenant, UUID id) {
        store.of(tenant, sql -> sql.update("delete from archive.segment where tenant = ? and id = ?", tenant.value(),
                id));
    }

    private static Segment segment(ResultSet row) throws SQLException {
        return new Segment(Sql.id(row, "id"), row.getString("name"), ConditionJson.read(row.getString("condition")),
                List.of((String[]) row.getArray("columns").getArray()), Order.valueOf(row.getString("sort")),
                row.getObject("owner", UUID.class));
    }
}
