// SPDX-License-Identifier: Apache-2.0
package org.huifang.events;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.events.Statements;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ids and hashes of statements in the database. */
@Component
public final class StoredStatements implements Statements {
    private static final String NOTE = """
        insert into events.statement (tenant, source, id, hash, came)
        select ?, ?, x.id, x.hash, ? from unnest(?::uuid[], ?::text[]) as x (id, hash) order by x.id
        on conflict (tenant, source, id) do nothing""";
    private static final String DIFFERING = """
        select s.id from events.statement s join unnest(?::uuid[], ?::text[]) as x (id, hash) on x.id = s.id
        where s.tenant = ? and s.source = ? and s.hash <> x.hash""";

    private final EventStore store;
    private final InstantSource clock;

    @Activate
    public StoredStatements(@Reference EventStore store, @Reference InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Set<UUID> differing(TenantId tenant, String source, Map<UUID, byte[]> hashes) {
        var all = List.copyOf(hashes.entrySet());
        return store.of(tenant, sql -> {
            var ids = Sql.ids(all, Map.Entry::getKey);
            var texts = Sql.texts(all, one -> HexFormat.of().formatHex(one.getValue()));
            Set<UUID> differing = differing(sql, tenant, source, ids, texts);
            if (differing.isEmpty()) {
                sql.update(NOTE, tenant.value(), source, clock.instant(), ids, texts);
            }
            return differing;
        });
    }

    private static Set<UUID> differing(Sql sql, TenantId tenant, String source, Object ids, Object texts)
            throws SQLException {
        return sql.list(DIFFERING, row -> Sql.id(row, "id"), ids, texts, tenant.value(), source).stream()
                .collect(Collectors.toSet());
    }
}
