// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.huifang.api.Change;
import org.huifang.api.ChangeListener;
import org.huifang.api.Jobs;
import org.huifang.api.TenantId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Has all contacts of a school planned anew when its calendar or its team has changed. */
@Component
public final class PlanSooner implements ChangeListener {
    private static final String ALL = """
        insert into revisit.replan (tenant, person, at)
        select distinct on (person) tenant, person, 'epoch'::timestamptz from revisit.obligation
        where tenant = ? and state in ('SCHEDULED', 'DUE') order by person
        on conflict (person) do update set at = least(replan.at, excluded.at)""";

    /** Who has an account, and which roles, is said under identity. */
    private static final Set<String> TOPICS = Set.of("calendar", "staff", "identity");

    /** By then every node has read the calendar and the team anew; one that had not may have planned with the old ones. */
    private static final Duration ONCE_MORE = Duration.ofSeconds(35);

    private final RevisitStore store;
    private final Jobs jobs;
    private final ScheduledExecutorService later;

    @Activate
    public PlanSooner(@Reference RevisitStore store, @Reference Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
        this.later = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("huifang-plan-sooner").daemon().factory());
    }

    @Deactivate
    void stop() {
        later.shutdownNow();
    }

    @Override
    public void changed(Collection<Change> changes) {
        changes.stream().filter(change -> TOPICS.contains(change.topic()))
                .map(Change::tenant).distinct().forEach(tenant -> {
                    ask(tenant);
                    later.schedule(() -> ask(tenant), ONCE_MORE.toSeconds(), TimeUnit.SECONDS);
                });
    }

    private void ask(TenantId tenant) {
        store.of(tenant, sql -> sql.update(ALL, tenant.value()));
        jobs.wake(PlanContacts.NAME);
    }
}
