// SPDX-License-Identifier: Apache-2.0
package org.huifang.events;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.huifang.api.Job;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets go of letters, of the log of what was sent, and of what came under which id, after thirty days. */
@Component
public final class ForgetOld implements Job {
    private static final Duration AGE = Duration.ofDays(30);
    private static final int BATCH = 5_000;
    private static final List<String> FORGET = List.of(
            "delete from events.letter where id in (select id from events.letter where last < ? limit ?)",
            "delete from events.sending where id in (select id from events.sending where created < ? limit ?)",
            "delete from events.statement where (tenant, source, id) in "
                    + "(select tenant, source, id from events.statement where came < ? limit ?)");

    private final EventStore store;
    private final InstantSource clock;

    @Activate
    public ForgetOld(@Reference EventStore store, @Reference InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "events.forget";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean run() {
        Instant before = clock.instant().minus(AGE);
        int gone = 0;
        for (String each : FORGET) {
            gone = Math.max(gone, store.ofAll(sql -> sql.update(each, before, BATCH)));
        }
        return gone == BATCH;
    }
}
