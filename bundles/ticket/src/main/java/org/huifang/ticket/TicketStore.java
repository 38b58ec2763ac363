// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import org.huifang.api.TenantId;
import org.huifang.persistence.Persistence;
import org.huifang.persistence.Statements;
import org.huifang.persistence.Unit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The schema {@code ticket}, open as long as this component is. */
@Component(service = TicketStore.class)
public final class TicketStore {
    private final Unit unit;

    @Activate
    public TicketStore(@Reference Persistence persistence) {
        unit = persistence.open("ticket", "org/huifang/ticket/changelog.sql");
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
