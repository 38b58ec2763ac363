// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.huifang.api.TenantId;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.revisit.Trigger;
import org.huifang.api.revisit.Triggers;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rules for special cases, read from and written to the store, and tested on the timeline. */
@Component
public final class SqlTriggers implements Triggers {
    private static final int PAGE = 5_000;

    private final RevisitStore store;
    private final InstantSource clock;
    private final LearnerArchive archive;
    private final Telling telling;

    @Activate
    public SqlTriggers(@Reference RevisitStore store, @Reference InstantSource clock,
            @Reference LearnerArchive archive, @Reference Telling telling) {
        this.store = store;
        this.clock = clock;
        this.archive = archive;
        this.telling = telling;
    }

    @Override
    public List<Trigger> all(TenantId tenant) {
        return store.of(tenant, sql -> TriggerTable.all(sql, tenant));
    }

    @Override
    public void save(TenantId tenant, Trigger trigger) {
        save(tenant, trigger, before -> true);
    }

    @Override
    public boolean save(TenantId tenant, Trigger seen, Trigger trigger) {
        if (!seen.id().equals(trigger.id())) {
            throw new IllegalArgumentException("a rule is changed into itself");
        }
        return save(tenant, trigger, seen::equals);
    }

    private boolean save(TenantId tenant, Trigger trigger, Predicate<@Nullable Trigger> expected) {
        Instant now = Place.storable(clock.instant());
        boolean saved = store.persistently(tenant, sql -> {
            TriggerTable.lock(sql, tenant, trigger.id());
            Trigger before = TriggerTable.all(sql, tenant).stream().filter(t -> t.id().equals(trigger.id())).findFirst()
                    .orElse(null);
            if (!expected.test(before)) {
                return false;
            }
            if (before != null && !before.code().equals(trigger.code())) {
                throw new IllegalArgumentException("the code of a rule stays as it is");
            }
            TriggerTable.save(sql, tenant, trigger);
            boolean fresh = trigger.live() && (before == null || !before.live() || !before.when().equals(trigger.when())
                    || !Objects.equals(before.course(), trigger.course())
                    || !Objects.equals(before.tag(), trigger.tag()));
            if (fresh) {
                begin(sql, tenant, trigger, now);
            }
            return true;
        });
        if (saved) {
            telling.plans(tenant);
        }
        return saved;
    }

    /** What is true already when a rule goes live is taken as having fired; from now on it is looked at. */
    private void begin(Sql sql, TenantId tenant, Trigger trigger, Instant now) throws SQLException {
        // before what has fired, as all who write both do
        Places.lockAll(sql, tenant);
        sql.update("delete from revisit.fired where trigger = ? and times = 0", trigger.id());
        sql.update("update revisit.fired set holds = false where trigger = ?", trigger.id());
        PlaceKey last = null;
        Map<PlaceKey, Places.Kept> page;
        do {
            page = Places.page(sql, tenant, last, PAGE);
            Map<Watching.Key, Fired> fired = new HashMap<>();
            Map<PlaceKey, Places.Kept> sooner = new TreeMap<>();
            Map<UUID, Set<String>> tags = Tags.of(sql, page.keySet());
            for (var entry : page.entrySet()) {
                last = entry.getKey();
                Place place = entry.getValue().place();
                if (!Watching.concerns(trigger, last, tags.getOrDefault(last.learner(), Set.of()))) {
                    continue;
                }
                if (place.learning() && Truth.of(trigger.when(), place, now)) {
                    fired.put(new Watching.Key(trigger.id(), last), new Fired(true, null, 0));
                }
                Instant next = Truth.next(trigger.when(), place, now).orElse(null);
                Instant lookAt = entry.getValue().lookAt();
                if (next != null && (lookAt == null || next.isBefore(lookAt))) {
                    sooner.put(last, entry.getValue().lookAt(next));
                }
            }
            Watching.begin(sql, fired);
            Places.save(sql, sooner);
        } while (page.size() == PAGE);
    }

    @Override
    public void remove(TenantId tenant, UUID id) {
        store.persistently(tenant, sql -> {
            // before what has fired, as all who write both do
            Places.lockAll(sql, tenant);
            TriggerTable.remove(sql, tenant, id);
            return id;
        });
        telling.plans(tenant);
    }

    @Override
    public Trial test(TenantId tenant, Trigger trigger, Instant from, Instant to) {
        return new Trying(tenant, trigger, from, to).over(archive);
    }
}
