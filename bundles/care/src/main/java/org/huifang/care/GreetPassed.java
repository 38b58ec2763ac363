// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.Job;
import org.huifang.api.Jobs;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Reach;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes a greeting of what somebody reached: one, of the highest milestone, even when several were passed at once. */
@Component
public final class GreetPassed implements Job {
    static final String NAME = "care.passed";
    private static final int BATCH = 500;

    private final CareStore store;
    private final People people;
    private final Jobs jobs;

    @Activate
    public GreetPassed(@Reference CareStore store, @Reference People people, @Reference Jobs jobs) {
        this.store = store;
        this.people = people;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean run() {
        Instant now = people.now();
        List<Passed> batch = store.ofAll(sql -> Passed.oldest(sql, BATCH));
        if (batch.isEmpty()) {
            return false;
        }
        List<Kept> live = store.ofAll(GreetingTable::live);
        Map<TenantId, Map<UUID, Reach>> files = new HashMap<>();
        batch.stream().collect(Collectors.groupingBy(Passed::tenant, Collectors.mapping(Passed::learner,
                Collectors.toSet()))).forEach((tenant, ids) -> files.put(tenant, people.byId(tenant, ids)));
        var owed = new ArrayList<Owed>();
        for (Passed passed : batch) {
            Reach person = files.getOrDefault(passed.tenant(), Map.of()).get(passed.learner());
            if (person != null) {
                greeting(live, passed, person).ifPresent(kept -> owed.add(Owed.after(kept, person.person(),
                        passed.course(), passed.at(), people.zone(kept.tenant(), person))));
            }
        }
        store.ofAll(sql -> {
            OwedTable.add(sql, owed, now);
            return Passed.remove(sql, batch);
        });
        if (!owed.isEmpty()) {
            jobs.wake(SendGreetings.NAME);
        }
        return batch.size() == BATCH;
    }

    /** The one for the highest milestone; of several the one that is meant for this course. */
    private static Optional<Kept> greeting(List<Kept> live, Passed passed, Reach person) {
        return live.stream()
                .filter(kept -> kept.tenant().equals(passed.tenant()) && kept.liveAt(passed.at())
                        && passed.rank(kept.greeting().occasion()) > 0 && kept.meant(person)
                        && (kept.greeting().course() == null || passed.course().equals(kept.greeting().course())))
                .max(Comparator.comparingInt((Kept kept) -> passed.rank(kept.greeting().occasion()))
                        .thenComparing(kept -> kept.greeting().course() != null).thenComparing(Kept::id));
    }
}
