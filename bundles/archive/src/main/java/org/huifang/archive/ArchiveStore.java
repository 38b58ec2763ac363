// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.util.function.Supplier;
import org.huifang.api.TenantId;
import org.huifang.api.archive.ArchiveUnavailable;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.persistence.Persistence;
import org.huifang.persistence.SqlFailed;
import org.huifang.persistence.Statements;
import org.huifang.persistence.Unit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The archive's tables, open as long as this is there. */
@Component(service = ArchiveStore.class)
public final class ArchiveStore {
    private static final int MOST_TRIES = 5;

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
    <R extends @Nullable Object> R ofAll(Statements<R> work) {
        return available(() -> unit.ofAll(work));
    }

    /** One transaction over the rows of a tenant. */
    <R extends @Nullable Object> R of(TenantId tenant, Statements<R> work) {
        return available(() -> unit.of(tenant, work));
    }

    /**
     * As {@link #of}, once more when it waited for somebody who waited for it: whoever changes one file for a person on the
     * page meets the many that hooks change.
     *
     * @param work may run several times
     */
    <R extends @Nullable Object> R persistently(TenantId tenant, Statements<R> work) {
        for (int tries = 1;; tries++) {
            try {
                return of(tenant, work);
            } catch (SqlFailed e) {
                if (!e.transientConflict() || tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
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
