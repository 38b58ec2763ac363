// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.huifang.api.TenantId;
import org.huifang.api.archive.ArchiveUnavailable;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.persistence.Persistence;
import org.huifang.persistence.Unit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The archive's tables, open as long as this is there. */
@Component(service = ArchiveStore.class)
public final class ArchiveStore {
    /** Statements of one transaction. */
    interface Work<R extends @Nullable Object> {
        R run(Sql sql) throws SQLException;
    }

    private final Unit unit;

    @Activate
    public ArchiveStore(@Reference Persistence persistence) {
        this(persistence.open("archive", "org/huifang/archive/changelog.sql", FileOfLearner.ENTITIES));
    }

    ArchiveStore(Unit unit) {
        this.unit = unit;
    }

    @Deactivate
    public void close() {
        unit.close();
    }

    Unit unit() {
        return unit;
    }

    /** One transaction over the rows of all tenants. */
    <R extends @Nullable Object> R ofAll(Work<R> work) {
        return available(() -> unit.sqlAll(connection -> work.run(new Sql(connection))));
    }

    /** One transaction over the rows of a tenant. */
    <R extends @Nullable Object> R of(TenantId tenant, Work<R> work) {
        return available(() -> unit.sql(tenant, connection -> work.run(new Sql(connection))));
    }

    /** @throws ArchiveUnavailable when the database is away */
    static <R extends @Nullable Object> R available(Supplier<R> work) {
        try {
            return work.get();
        } catch (StoreUnavailable e) {
            throw new ArchiveUnavailable(String.valueOf(e.getMessage()), e);
        }
    }
}
