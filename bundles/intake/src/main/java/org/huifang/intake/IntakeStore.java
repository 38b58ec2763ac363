// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import org.huifang.api.TenantId;
import org.huifang.persistence.Persistence;
import org.huifang.persistence.SqlWork;
import org.huifang.persistence.Unit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The schema {@code intake}, open as long as this component is. */
@Component(service = IntakeStore.class)
public final class IntakeStore {
    static final String TOPIC = "intake";
    private final Unit unit;

    @Activate
    public IntakeStore(@Reference Persistence persistence) {
        unit = persistence.open("intake", "org/huifang/intake/changelog.sql");
    }

    @Deactivate
    public void close() {
        unit.close();
    }

    <R extends @Nullable Object> R of(TenantId tenant, SqlWork<R> work) {
        return unit.sql(tenant, work);
    }

    <R extends @Nullable Object> R ofAll(SqlWork<R> work) {
        return unit.sqlAll(work);
    }
}
