// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Jobs;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.PastSteps;
import org.huifang.api.revisit.PlanPreview;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.PlannedStep;
import org.huifang.api.revisit.Plans;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The plans, read from and written to the store. */
@Component
public final class SqlPlans implements Plans {
    private static final int LONGEST_NAME = 120;

    private final RevisitStore store;
    private final InstantSource clock;
    private final Settings settings;
    private final Owners owners;
    private final Telling telling;
    private final Jobs jobs;
    private final Planners planners;

    @Activate
    public SqlPlans(@Reference RevisitStore store, @Reference InstantSource clock, @Reference Settings settings,
            @Reference Owners owners, @Reference Telling telling, @Reference Jobs jobs,
            @Reference Planners planners) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
        this.owners = owners;
        this.telling = telling;
        this.jobs = jobs;
        this.planners = planners;
    }

    @Override
    public List<PlanVersion> all(TenantId tenant) {
        return store.of(tenant, sql -> {
            LivePlans.of(sql, tenant, Place.storable(clock.instant()));
            Map<UUID, PlanVersion> shown = new LinkedHashMap<>();
            for (PlanVersion version : PlanTable.versions(sql, tenant, null)) {
                shown.merge(version.plan(), version,
                        (a, b) -> b.status() == PlanVersion.Status.LIVE ? b : a);
            }
            return shown.values().stream()
                    .sorted(java.util.Comparator.comparing((PlanVersion v) -> v.course() != null)
                            .thenComparing(v -> v.tag() != null).thenComparing(PlanVersion::name))
                    .toList();
        });
    }

    @Override
    public List<PlanVersion> versions(TenantId tenant, UUID plan) {
        return store.of(tenant, sql -> PlanTable.versions(sql, tenant, plan));
    }

    @Override
    public PlanVersion create(TenantId tenant, String name, @Nullable UUID course, @Nullable String tag,
            List<PlannedStep> steps) {
        var draft = new PlanVersion(UUID.randomUUID(), 1, checked(name), course, tag, PlanVersion.Status.DRAFT, steps,
                null, null, "");
        store.of(tenant, sql -> {
            // a plan for some, made before anybody came, would leave all others without the default one
            LivePlans.of(sql, tenant, Place.storable(clock.instant()));
            PlanTable.saveDraft(sql, tenant, draft);
            return draft;
        });
        telling.plans(tenant);
        return draft;
    }

    @Override
    public PlanVersion draft(TenantId tenant, UUID plan) {
        return store.of(tenant, sql -> {
            List<PlanVersion> versions = PlanTable.versions(sql, tenant, plan);
            if (versions.isEmpty()) {
                throw new IllegalArgumentException("there is no such plan");
            }
            PlanVersion newest = versions.getFirst();
            if (newest.status() == PlanVersion.Status.DRAFT) {
                return newest;
            }
            var draft = new PlanVersion(plan, newest.version() + 1, newest.name(), newest.course(), newest.tag(),
                    PlanVersion.Status.DRAFT, newest.steps(), null, null, "");
            PlanTable.saveDraft(sql, tenant, draft);
            return draft;
        });
    }

    @Override
    public void saveDraft(TenantId tenant, PlanVersion draft) {
        if (draft.status() != PlanVersion.Status.DRAFT) {
            throw new IllegalArgumentException("only a draft can be changed");
        }
        checked(draft.name());
        store.of(tenant, sql -> {
            boolean known = PlanTable.versions(sql, tenant, draft.plan()).stream().anyMatch(
                    v -> v.version() == draft.version() && v.status() == PlanVersion.Status.DRAFT);
            if (!known) {
                throw new IllegalArgumentException("there is no such draft");
            }
            PlanTable.saveDraft(sql, tenant, draft);
            return draft;
        });
    }

    @Override
    public boolean saveDraft(TenantId tenant, PlanVersion seen, PlanVersion draft) {
        if (draft.status() != PlanVersion.Status.DRAFT || !seen.plan().equals(draft.plan())
                || seen.version() != draft.version()) {
            throw new IllegalArgumentException("only a draft can be changed, and by itself");
        }
        checked(draft.name());
        return store.of(tenant, sql -> {
            // while somebody publishes it, which may take minutes, it is as good as published
            boolean unchanged = PlanTable.free(sql, tenant, draft)
                    && PlanTable.versions(sql, tenant, draft.plan()).contains(seen);
            if (unchanged) {
                PlanTable.saveDraft(sql, tenant, draft);
            }
            return unchanged;
        });
    }

    private static String checked(String name) {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name has at most 120 characters");
        }
        return name;
    }

    @Override
    public void dropDraft(TenantId tenant, UUID plan) {
        store.of(tenant, sql -> {
            PlanTable.dropDraft(sql, tenant, plan);
            return plan;
        });
        telling.plans(tenant);
    }

    @Override
    public PlanPreview preview(TenantId tenant, UUID plan, PastSteps past) {
        Previewing counted = store.of(tenant, sql -> publishing(sql, tenant).preview(plan, past));
        // no transaction waits for the files
        counted.unreachable(planners);
        return counted.preview();
    }

    @Override
    public Optional<PlanVersion> publish(TenantId tenant, UUID plan, PastSteps past, String preview, UUID by,
            String note) {
        Optional<PlanVersion> live = store.persistently(tenant,
                sql -> publishing(sql, tenant).publish(plan, past, preview, by, Sql.storable(note)));
        live.ifPresent(version -> moved(tenant));
        return live;
    }

    @Override
    public boolean undo(TenantId tenant, UUID plan, UUID by) {
        boolean undone = store.persistently(tenant, sql -> publishing(sql, tenant).undo(plan));
        if (undone) {
            moved(tenant);
        }
        return undone;
    }

    @Override
    public void stop(TenantId tenant, UUID plan, UUID by, String note) {
        store.persistently(tenant, sql -> {
            publishing(sql, tenant).stop(plan, by, Sql.storable(note));
            return plan;
        });
        moved(tenant);
    }

    private Publishing publishing(Sql sql, TenantId tenant) {
        return new Publishing(sql, tenant, settings.planning(tenant), Place.storable(clock.instant()), owners);
    }

    private void moved(TenantId tenant) {
        telling.plans(tenant);
        jobs.wake(OpenRevisits.NAME);
        jobs.wake(RelayFacts.NAME);
        jobs.wake(PlanContacts.NAME);
    }
}
