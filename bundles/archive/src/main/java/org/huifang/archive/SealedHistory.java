// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.huifang.api.Jobs;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.History;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows what {@link SealHistory} and {@link CheckHistory} wrote. */
@Component
public final class SealedHistory implements History {
    private static final String ANCHORS = """
        select day, n, total, hash from archive.anchor where tenant = ? and day < ? order by day desc limit ?""";
    private static final String CHECK = "select done, wrong, n from archive.chain_check where tenant = ?";
    private static final LocalDate LATEST = LocalDate.of(9999, 1, 1);

    private final ArchiveStore store;
    private final Jobs jobs;

    @Activate
    public SealedHistory(@Reference ArchiveStore store, @Reference Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    @Override
    public State state(TenantId tenant) {
        return store.of(tenant, sql -> {
            Anchor last = sql.list(ANCHORS, SealedHistory::anchor, tenant.value(), LATEST, 1).stream().findFirst()
                    .orElse(null);
            return sql.list(CHECK, row -> new State(last, Sql.time(row, "done"), row.getObject("wrong", Long.class),
                    row.getObject("done") == null), tenant.value()).stream().findFirst()
                    .orElse(new State(last, null, null, false));
        });
    }

    @Override
    public Page<Anchor> anchors(TenantId tenant, @Nullable String after, int limit) {
        LocalDate before = after == null ? LATEST : day(after);
        List<Anchor> rows = store.of(tenant, sql -> sql.list(ANCHORS, SealedHistory::anchor, tenant.value(), before,
                Pages.checked(limit) + 1));
        return Pages.of(rows, limit, anchor -> anchor.day().toString());
    }

    private static LocalDate day(String cursor) {
        if (!cursor.matches("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])")) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        return LocalDate.parse(cursor);
    }

    private static Anchor anchor(ResultSet row) throws SQLException {
        return new Anchor(row.getObject("day", LocalDate.class), row.getLong("n"), row.getLong("total"),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }

    @Override
    public void check(TenantId tenant) {
        store.of(tenant, sql -> sql.update(CheckHistory.BEGIN, tenant.value()));
        jobs.wake(CheckHistory.NAME);
    }
}
