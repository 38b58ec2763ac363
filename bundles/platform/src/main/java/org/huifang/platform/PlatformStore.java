// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import org.huifang.api.TenantId;
import org.huifang.persistence.Persistence;
import org.huifang.persistence.Statements;
import org.huifang.persistence.Unit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The schema {@code platform}: plain rows on hot paths, so plain SQL. */
@Component(service = PlatformStore.class)
public final class PlatformStore {
    private final Unit unit;

    @Activate
    public PlatformStore(@Reference Persistence persistence) {
        this.unit = persistence.open("platform", "db/platform.sql");
    }

    /** One transaction over the rows of a tenant. */
    <R extends @Nullable Object> R of(TenantId tenant, Statements<R> work) {
        return unit.of(tenant, work);
    }

    /** One transaction over the rows of all tenants. */
    <R extends @Nullable Object> R ofAll(Statements<R> work) {
        return unit.ofAll(work);
    }

    @Deactivate
    void close() {
        unit.close();
    }
}
