// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import org.huifang.api.TenantId;
import org.huifang.persistence.Persistence;
import org.huifang.persistence.Statements;
import org.huifang.persistence.Unit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The schema {@code care}, open as long as this component is. */
@Component(service = CareStore.class)
public final class CareStore {
    private final Unit unit;

    @Activate
    public CareStore(@Reference Persistence persistence) {
        unit = persistence.open("care", "org/huifang/care/changelog.sql");
    }

    @Deactivate
    public void close() {
        unit.close();
    }

    /** One transaction over the rows of a tenant. */
    <R extends @Nullable Object> R of(TenantId tenant, Statements<R> work) {
        return unit.of(tenant, work);
    }

    /** One transaction over the rows of all tenants. */
    <R extends @Nullable Object> R ofAll(Statements<R> work) {
        return unit.ofAll(work);
    }
}
