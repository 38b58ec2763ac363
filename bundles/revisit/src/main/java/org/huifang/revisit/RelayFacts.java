// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.huifang.api.Job;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the archive what it has not heard yet; while much opens at once the queue comes first, for a while. */
@Component
public final class RelayFacts implements Job {
    static final String NAME = "revisit.relay";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String MAY_WAIT = """
        select 1 where exists (select from revisit.obligation
                where (state = 'SCHEDULED' or waiting and state = 'DUE') and opens <= ?)
            and not exists (select from (select at from revisit.outbox order by id limit 1) oldest where at < ?)""";

    private final Relay relay;
    private final RevisitStore store;
    private final InstantSource clock;

    @Activate
    public RelayFacts(@Reference Relay relay, @Reference RevisitStore store, @Reference InstantSource clock) {
        this.relay = relay;
        this.store = store;
        this.clock = clock;
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
        Instant now = clock.instant();
        boolean waits = !store.ofAll(sql -> sql.list(MAY_WAIT, row -> true, now, now.minus(PATIENCE))).isEmpty();
        return !waits && relay.tellBatch();
    }
}
