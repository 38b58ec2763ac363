// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.util.List;
import org.huifang.api.TenantId;
import org.huifang.persistence.Persistence;
import org.huifang.persistence.Unit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The schema {@code revisit}, open as long as this component is. */
@Component(service = RevisitStore.class)
public final class RevisitStore {
    /** Statements of one transaction. */
    interface Work<R extends @Nullable Object> {
        R run(Sql sql) throws SQLException;
    }

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
    <R extends @Nullable Object> R of(TenantId tenant, Work<R> work) {
        return unit.sql(tenant, connection -> work.run(new Sql(connection)));
    }

    /** One transaction over the rows of all tenants. */
    <R extends @Nullable Object> R ofAll(Work<R> work) {
        return unit.sqlAll(connection -> work.run(new Sql(connection)));
    }

    /** The only element, if there is one. */
    static <T> @Nullable T one(List<T> list) {
        return list.isEmpty() ? null : list.getFirst();
    }
}
