// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.huifang.api.Job;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** After the ranking of sources has changed: shows every file by the new one, some thousand at a time. */
@Component(service = Job.class)
public final class ReshowNames implements Job {
    static final String NAME = "archive.reshow";
    private static final int AT_ONCE = 2_000;
    private static final String NEXT = "select tenant, after from archive.reshow order by tenant limit 1 for update";
    private static final String FILES = """
        select id from archive.learner where tenant = ? and id > ? order by id limit\s""" + AT_ONCE;

    private record Next(TenantId tenant, UUID after) {}

    private final ArchiveStore store;

    @Activate
    public ReshowNames(@Reference ArchiveStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        return store.ofAll(ReshowNames::step);
    }

    private static boolean step(Sql sql) throws SQLException {
        List<Next> waiting = sql.list(NEXT,
                row -> new Next(new TenantId(row.getString("tenant")), Sql.id(row, "after")));
        if (waiting.isEmpty()) {
            return false;
        }
        Next next = waiting.getFirst();
        List<UUID> files = sql.list(FILES, row -> Sql.id(row, "id"), next.tenant.value(), next.after);
        // what is written meanwhile would be shown as it was before
        Files.lock(sql, next.tenant, files);
        ShownNames.refresh(sql, next.tenant, files);
        if (files.size() < AT_ONCE) {
            sql.update("delete from archive.reshow where tenant = ?", next.tenant.value());
        } else {
            sql.update("update archive.reshow set after = ? where tenant = ?", files.getLast(), next.tenant.value());
        }
        return true;
    }
}
