// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.Change;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.consent.ErasureDue;
import org.huifang.api.consent.LegalHold;
import org.huifang.api.consent.Retention;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows what is due for erasure and what keeps it. */
@Component
public final class KeepingRetention implements Retention {
    private static final String HOLDS = """
        select id, learner, reason, author, at, released, released_by from archive.legal_hold
        where tenant = ? and learner = any (?::uuid[]) order by at desc, id""";
    private static final String HOLD = """
        insert into archive.legal_hold (tenant, id, learner, reason, author, at)
        select tenant, ?, id, ?, ?, ? from archive.learner where tenant = ? and id = ? on conflict (id) do nothing""";
    private static final String THERE = "select 1 from archive.legal_hold where tenant = ? and id = ?";
    private static final String RELEASE = """
        update archive.legal_hold set released = ?, released_by = ?
        where tenant = ? and id = ? and released is null""";

    private final ArchiveStore store;
    private final Announcer announcer;

    @Activate
    public KeepingRetention(@Reference ArchiveStore store, @Reference Announcer announcer) {
        this.store = store;
        this.announcer = announcer;
    }

    @Override
    public List<LegalHold> holds(TenantId tenant, UUID person) {
        return store.of(tenant, sql -> sql.list(HOLDS, KeepingRetention::read, tenant.value(),
                Merges.parts(sql, tenant, person).toArray(UUID[]::new)));
    }

    private static LegalHold read(ResultSet row) throws SQLException {
        return new LegalHold(Sql.id(row, "id"), Sql.id(row, "learner"), row.getString("reason"),
                row.getString("author"), Sql.instant(row, "at"), Sql.time(row, "released"),
                row.getString("released_by"));
    }

    @Override
    public void hold(TenantId tenant, UUID key, UUID person, String reason, String author, Instant at) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a hold has a reason");
        }
        store.of(tenant, sql -> {
            int held = sql.update(HOLD, key, Text.storable(reason), author, at, tenant.value(), person);
            if (held == 0 && sql.list(THERE, row -> row.getInt(1), tenant.value(), key).isEmpty()) {
                throw new IllegalArgumentException("there is no file " + person);
            }
            return held;
        });
        announcer.tell(Set.of(new Change(tenant, "archive", person, null)));
    }

    @Override
    public void release(TenantId tenant, UUID hold, String author, Instant at) {
        store.of(tenant, sql -> sql.update(RELEASE, at, author, tenant.value(), hold));
        announcer.tell(tenant, "archive");
    }

    @Override
    public Page<ErasureDue> due(TenantId tenant, Instant now, @Nullable String after, int limit) {
        return store.of(tenant, sql -> RetentionRun.page(sql, tenant, now, after, limit));
    }
}
