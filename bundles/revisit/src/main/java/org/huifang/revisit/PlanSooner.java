// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.util.Collection;
import org.huifang.api.Change;
import org.huifang.api.ChangeListener;
import org.huifang.api.Jobs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has all contacts of a school planned anew when its calendar or its team has changed. */
@Component
public final class PlanSooner implements ChangeListener {
    private static final String ALL = """
        insert into revisit.replan (tenant, person, at)
        select distinct on (person) tenant, person, 'epoch'::timestamptz from revisit.obligation
        where tenant = ? and state in ('SCHEDULED', 'DUE') order by person
        on conflict (person) do update set at = least(replan.at, excluded.at)""";

    private final RevisitStore store;
    private final Jobs jobs;

    @Activate
    public PlanSooner(@Reference RevisitStore store, @Reference Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    @Override
    public void changed(Collection<Change> changes) {
        changes.stream().filter(change -> change.topic().equals("calendar") || change.topic().equals("staff"))
                .map(Change::tenant).distinct().forEach(tenant -> {
                    store.of(tenant, sql -> sql.update(ALL, tenant.value()));
                    jobs.wake(PlanContacts.NAME);
                });
    }
}
