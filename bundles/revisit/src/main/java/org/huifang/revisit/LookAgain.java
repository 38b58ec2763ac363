// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huifang.api.Job;
import org.huifang.api.Jobs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks at learners for whom a trigger may have become true by time alone. */
@Component
public final class LookAgain implements Job {
    private static final int BATCH = 1_000;

    private final RevisitStore store;
    private final InstantSource clock;
    private final Settings settings;
    private final Owners owners;
    private final Jobs jobs;
    private final Telling telling;

    @Activate
    public LookAgain(@Reference RevisitStore store, @Reference InstantSource clock, @Reference Settings settings,
            @Reference Owners owners, @Reference Jobs jobs, @Reference Telling telling) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
        this.owners = owners;
        this.jobs = jobs;
        this.telling = telling;
    }

    @Override
    public String name() {
        return "revisit.look";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(15);
    }

    @Override
    public boolean run() {
        Instant now = Place.storable(clock.instant());
        int[] looked = new int[1];
        List<Owed> fired = store.ofAll(sql -> {
            Map<PlaceKey, Places.Kept> places = Places.where(sql, """
                (course, learner) in (select course, learner from revisit.place where look_at <= ? order by look_at limit ?)
                """, now, BATCH);
            looked[0] = places.size();
            List<Owed> owed = new Watching(sql, settings::planning, now, owners).look(places);
            places.replaceAll((key, kept) -> kept.lookAt() != null && !kept.lookAt().isAfter(now)
                    ? kept.lookAt(null)
                    : kept);
            Places.save(sql, places);
            Obligations.countOwed(sql, owed);
            Obligations.save(sql, owed);
            return owed;
        });
        if (!fired.isEmpty()) {
            jobs.wake(OpenRevisits.NAME);
            telling.changed(fired.stream().map(Owed::place).collect(Collectors.toSet()));
        }
        return looked[0] == BATCH;
    }
}
