// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.util.function.Supplier;
import org.huifang.api.TenantId;
import org.huifang.persistence.Persistence;
import org.huifang.persistence.SqlFailed;
import org.huifang.persistence.Statements;
import org.huifang.persistence.Unit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The schema {@code revisit}, open as long as this component is. */
@Component(service = RevisitStore.class)
public final class RevisitStore {
    private static final int MOST_TRIES = 4;
    private final Unit unit;

    @Activate
    public RevisitStore(@Reference Persistence persistence) {
        unit = persistence.open("revisit", "org/huifang/revisit/changelog.sql");
    }

    @Deactivate
    public void close() {
        unit.close();
    }

    /** One transaction over the rows of a tenant. */
    <R extends @Nullable Object> R of(TenantId tenant, Statements<R> work) {
        return unit.of(tenant, work);
    }

    /**
     * As {@link #of}, once more when it waited for somebody who waited for it.
     *
     * @param work may run several times
     */
    <R extends @Nullable Object> R persistently(TenantId tenant, Statements<R> work) {
        return persistently(() -> of(tenant, work));
    }

    /** As {@link #ofAll}, once more when it waited for somebody who waited for it. */
    <R extends @Nullable Object> R persistentlyAll(Statements<R> work) {
        return persistently(() -> ofAll(work));
    }

    private static <R extends @Nullable Object> R persistently(Supplier<R> work) {
        for (int tries = 1;; tries++) {
            try {
                return work.get();
            } catch (SqlFailed e) {
                if (!e.transientConflict() || tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    /** One transaction over the rows of all tenants. */
    <R extends @Nullable Object> R ofAll(Statements<R> work) {
        return unit.ofAll(work);
    }
}
