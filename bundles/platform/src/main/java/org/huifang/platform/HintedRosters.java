// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.util.Set;
import java.util.UUID;
import org.huifang.api.Jobs;
import org.huifang.api.TenantId;
import org.huifang.api.platform.RosterHints;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Marks the rosters that a hint may be about, for the next exchange to take; at most once a minute each. */
@Component
public final class HintedRosters implements RosterHints {
    private static final String OF_COURSES = """
        update platform.context set wanted = true where registration = ? and tenant = ? and not wanted
        and memberships is not null and context = any (?)""";
    private static final String OF_PEOPLE = """
        update platform.context set wanted = true where registration = ? and tenant = ? and not wanted
        and memberships is not null and context in (
          select context from platform.member where registration = ? and subject = any (?))""";

    private final PlatformStore store;
    private final Jobs jobs;

    @Activate
    public HintedRosters(@Reference PlatformStore store, @Reference Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    @Override
    public int changed(TenantId tenant, UUID platform, Set<String> contexts, Set<String> subjects) {
        int wanted = store.of(tenant, sql -> {
            boolean known = sql.one(
                    "select 1 from platform.context where registration = ? and tenant = ? and context = any (?) limit 1",
                    r -> true,
                    platform, tenant.value(), contexts.toArray(String[]::new)).isPresent();
            return known
                    ? sql.update(OF_COURSES, platform, tenant.value(), contexts.toArray(String[]::new))
                    : sql.update(OF_PEOPLE, platform, tenant.value(), platform, subjects.toArray(String[]::new));
        });
        if (wanted > 0) {
            jobs.wake(SyncRosters.NAME);
        }
        return wanted;
    }
}
