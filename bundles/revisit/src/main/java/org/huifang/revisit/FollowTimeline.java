// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.huifang.api.Job;
import org.huifang.api.Jobs;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Tail;
import org.huifang.persistence.Cursor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads on in the archive's timeline and has every learner owed what the plan says; cursor and effect commit together. */
@Component
public final class FollowTimeline implements Job {
    static final String NAME = "revisit.follow";
    static final Cursor CURSOR = Cursor.timeline("revisit");
    private static final int STRETCH = 1_000;

    private final RevisitStore store;
    private final LearnerArchive archive;
    private final Settings settings;
    private final InstantSource clock;
    private final Jobs jobs;
    private final Telling telling;
    private final Owners owners;

    @Activate
    public FollowTimeline(@Reference RevisitStore store, @Reference LearnerArchive archive,
            @Reference Settings settings,
            @Reference InstantSource clock, @Reference Jobs jobs, @Reference Telling telling,
            @Reference Owners owners) {
        this.store = store;
        this.archive = archive;
        this.settings = settings;
        this.clock = clock;
        this.jobs = jobs;
        this.telling = telling;
        this.owners = owners;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Set<String> follows() {
        return Set.of("archive");
    }

    @Override
    public boolean run() {
        String cursor = store.ofAll(CURSOR::read);
        Tail tail = archive.tail(cursor, STRETCH, Following.KINDS);
        if (tail.cursor().equals(cursor)) {
            return false;
        }
        Following.Effect effect = store.ofAll(sql -> {
            // Another node that was faster has moved it; what was read here is old then.
            if (!CURSOR.move(sql, cursor, tail.cursor())) {
                return Following.Effect.NONE;
            }
            return new Following(sql, settings::planning, Place.storable(clock.instant()), owners).of(tail.entries());
        });
        if (effect.open()) {
            jobs.wake(OpenRevisits.NAME);
        }
        if (effect.told()) {
            jobs.wake(RelayFacts.NAME);
        }
        telling.changed(effect.changed());
        return tail.more();
    }
}
