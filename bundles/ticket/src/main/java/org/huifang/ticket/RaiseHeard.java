// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.time.Duration;
import java.util.List;
import org.huifang.api.Job;
import org.huifang.api.Jobs;
import org.huifang.api.TenantId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes tickets of the problems that were heard; several nodes may do so at the same time and each is made once. */
@Component
public final class RaiseHeard implements Job {
    static final String NAME = "ticket.raise";
    private static final int BATCH = 500;

    private final TicketStore store;
    private final Raising raising;
    private final Jobs jobs;

    @Activate
    public RaiseHeard(@Reference TicketStore store, @Reference Raising raising, @Reference Jobs jobs) {
        this.store = store;
        this.raising = raising;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean run() {
        boolean more = false;
        int taken = 0;
        List<TenantId> tenants = store.ofAll(Heard::tenants);
        for (TenantId tenant : tenants) {
            int of = raising.raiseHeard(tenant, BATCH);
            more |= of == BATCH;
            taken += of;
        }
        if (taken > 0) {
            jobs.wake(RelayFacts.NAME);
        }
        return more;
    }
}
