// SPDX-License-Identifier: Apache-2.0
package org.huifang.calendar;

import org.huifang.api.TenantId;
import org.huifang.persistence.Persistence;
import org.huifang.persistence.SqlWork;
import org.huifang.persistence.Unit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The schema {@code calendar}, open as long as this component is. */
@Component(service = CalendarStore.class)
public final class CalendarStore {
    private final Unit unit;

    @Activate
    public CalendarStore(@Reference Persistence persistence) {
        unit = persistence.open("calendar", "org/huifang/calendar/changelog.sql");
    }

    @Deactivate
    public void close() {
        unit.close();
    }

    <R extends @Nullable Object> R of(TenantId tenant, SqlWork<R> work) {
        return unit.sql(tenant, work);
    }
}
