// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.huifang.api.Job;
import org.huifang.api.Jobs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts what opens into the queue, batch by batch; several nodes may do so at the same time and each row is taken once. */
@Component
public final class OpenRevisits implements Job {
    static final String NAME = "revisit.tick";
    private static final int BATCH = 1_000;

    private static final String CLAIM = """
        with o as (
            select * from revisit.obligation where (state = 'SCHEDULED' or waiting and state = 'DUE')
                and opens <= ?
            order by opens limit ? for update skip locked)
        update revisit.obligation n set state = 'DUE', waiting = false, fell_due = true from o where n.id = o.id
        returning
        """ + Obligations.COLUMNS;

    private final RevisitStore store;
    private final InstantSource clock;
    private final Jobs jobs;
    private final Telling telling;

    @Activate
    public OpenRevisits(@Reference RevisitStore store, @Reference InstantSource clock, @Reference Jobs jobs,
            @Reference Telling telling) {
        this.store = store;
        this.clock = clock;
        this.jobs = jobs;
        this.telling = telling;
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
        Instant now = Place.storable(clock.instant());
        List<Owed> opened = store.ofAll(sql -> {
            List<Owed> before = sql.list(CLAIM, Obligations::owed, now, BATCH);
            // Who was called before and asked for another time is in the queue again, but fell due long ago.
            Outbox.add(sql,
                    before.stream().filter(o -> !o.waiting() || !o.fellDue())
                            .map(o -> Told.fellDue(o, !o.fellDue(), now)).toList());
            return before;
        });
        if (!opened.isEmpty()) {
            if (opened.size() < BATCH) {
                // while more opens the queue comes first, and the archive is told of all together
                jobs.wake(RelayFacts.NAME);
            }
            telling.changed(opened.stream().map(Owed::place).collect(Collectors.toSet()));
        }
        return opened.size() == BATCH;
    }
}
