// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Jobs;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Ask;
import org.huifang.api.archive.FieldPolicy;
import org.huifang.api.archive.FileQuality;
import org.huifang.api.archive.KeeperQuality;
import org.huifang.api.archive.ReviewItem;
import org.huifang.api.archive.ReviewRound;
import org.huifang.api.archive.Scorecard;
import org.huifang.api.archive.StaleValue;
import org.huifang.persistence.Announcer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows how good the files are. */
@Component
public final class KeepingQuality implements FileQuality {
    private static final int LARGEST = 1_000;
    private static final int MOST_MONTHS = 60;

    private final ArchiveStore store;
    private final Announcer announcer;
    private final Jobs jobs;
    private final InstantSource clock;

    @Activate
    public KeepingQuality(@Reference ArchiveStore store, @Reference Announcer announcer, @Reference Jobs jobs,
            @Reference InstantSource clock) {
        this.store = store;
        this.announcer = announcer;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public List<FieldPolicy> policies(TenantId tenant) {
        return store.of(tenant, sql -> FieldPolicies.all(sql, tenant));
    }

    @Override
    public void set(TenantId tenant, FieldPolicy policy) {
        FieldPolicy checked = FieldPolicies.checked(policy);
        store.of(tenant, sql -> {
            FieldPolicies.set(sql, tenant, checked);
            QualityRuns.beginAnew(sql, tenant, clock.instant());
            return checked;
        });
        jobs.wake(CountQuality.NAME);
        tell(tenant);
    }

    @Override
    public void drop(TenantId tenant, String field, String type) {
        store.of(tenant, sql -> {
            FieldPolicies.drop(sql, tenant, field, type);
            QualityRuns.beginAnew(sql, tenant, clock.instant());
            return field;
        });
        jobs.wake(CountQuality.NAME);
        tell(tenant);
    }

    @Override
    public List<Ask> ask(TenantId tenant, UUID learner) {
        return store.of(tenant, sql -> AskNext.of(sql, tenant, learner, clock.instant()));
    }

    @Override
    public Optional<Scorecard> scorecard(TenantId tenant) {
        return store.of(tenant, sql -> QualityRuns.last(sql, tenant, clock.instant()));
    }

    @Override
    public List<Scorecard> months(TenantId tenant, int months) {
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("1 to " + MOST_MONTHS + " months");
        }
        return store.of(tenant, sql -> QualityRuns.months(sql, tenant, months, clock.instant()));
    }

    @Override
    public List<KeeperQuality> keepers(TenantId tenant) {
        return store.of(tenant, sql -> QualityRuns.keepers(sql, tenant));
    }

    @Override
    public void countAnew(TenantId tenant) {
        store.of(tenant, sql -> {
            QualityRuns.begin(sql, tenant, clock.instant());
            return tenant;
        });
        jobs.wake(CountQuality.NAME);
    }

    @Override
    public Page<StaleValue> stale(TenantId tenant, @Nullable String after, int limit) {
        return store.of(tenant, sql -> QualityRuns.stale(sql, tenant, after, limit, clock.instant()));
    }

    @Override
    public ReviewRound draw(TenantId tenant, UUID round, int size, long seed, String author, Instant at) {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("a round has 1 to " + LARGEST + " values");
        }
        var asked = new ReviewRound(round, seed, 0, size, 0, 0, 0, Text.storable(author), Text.storable(at));
        ReviewRound drawn = store.of(tenant, sql -> {
            Reviews.draw(sql, tenant, asked);
            return Reviews.round(sql, tenant, round);
        });
        tell(tenant);
        return drawn;
    }

    @Override
    public List<ReviewRound> rounds(TenantId tenant) {
        return store.of(tenant, sql -> Reviews.rounds(sql, tenant));
    }

    @Override
    public List<ReviewItem> items(TenantId tenant, UUID round) {
        return store.of(tenant, sql -> Reviews.items(sql, tenant, round));
    }

    @Override
    public Optional<UUID> keeper(TenantId tenant, UUID learner) {
        return store.of(tenant, sql -> Keepers.of(sql, tenant, Merges.parts(sql, tenant, learner)));
    }

    private void tell(TenantId tenant) {
        announcer.tell(tenant, "archive");
    }
}
