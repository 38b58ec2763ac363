// SPDX-License-Identifier: Apache-2.0
package org.huifang.events.out;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.persistence.Sql;

/** What an endpoint is to be told of. */
record Wanted(UUID endpoint, TenantId tenant, Set<String> types, Instant since) {
    static List<Wanted> all(Sql sql) throws SQLException {
        return sql.list("select * from events.endpoint order by id", row -> new Wanted(Sql.id(row, "id"),
                new TenantId(row.getString("tenant")), Sql.texts(row, "types"), Sql.instant(row, "created")));
    }

    boolean takes(TimelineEntry entry) {
        return tenant.equals(entry.tenant()) && !entry.recorded().isBefore(since)
                && (types.isEmpty() || types.contains(EventTypes.of(entry.fact())));
    }
}
