// SPDX-License-Identifier: Apache-2.0
package org.huifang.events;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.huifang.api.TenantId;
import org.huifang.api.events.Gap;
import org.huifang.api.events.Sequences;
import org.huifang.events.Counting.Noted;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gathers the numbers of hooks that come at the same time into one commit. */
@Component(service = {Sequences.class, StoredSequences.class})
public final class StoredSequences implements Sequences {
    /** How long a hook may be late. */
    public @interface Config {
        /** After so many minutes a gap is an alarm. */
        int alarm_minutes() default 10;
    }

    /** A number that waits for its commit. */
    private static final class Waiting {
        private final Noted noted;
        private volatile boolean done;

        private Waiting(Noted noted) {
            this.noted = noted;
        }
    }

    private static final String GAPS = "select * from events.gap where tenant = ? order by noticed, first limit 500";

    private final EventStore store;
    private final InstantSource clock;
    private final Announcer announcer;
    private final Duration patience;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();

    @Activate
    public StoredSequences(@Reference EventStore store, @Reference InstantSource clock,
            @Reference Announcer announcer, Config config) {
        this(store, clock, announcer, Duration.ofMinutes(config.alarm_minutes()));
    }

    /** With a patience of its own. */
    public StoredSequences(EventStore store, InstantSource clock, Announcer announcer, Duration patience) {
        this.store = store;
        this.clock = clock;
        this.announcer = announcer;
        this.patience = patience;
    }

    @Override
    public void seen(TenantId tenant, String source, long number) {
        var own = new Waiting(new Noted(tenant, source, number));
        waiting.add(own);
        lock.lock();
        try {
            if (!own.done) {
                commit(own);
            }
        } finally {
            lock.unlock();
        }
    }

    private void commit(Waiting own) {
        var batch = new ArrayList<Waiting>();
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            batch.add(next);
        }
        if (!batch.contains(own)) {
            // taken out by another whose commit failed
            batch.add(own);
        }
        List<Noted> noted = batch.stream().map(each -> each.noted).toList();
        List<TenantId> changed = store.ofAll(sql -> Counting.note(sql, noted, clock.instant()));
        batch.forEach(each -> each.done = true);
        announcer.tell(changed, EventStore.TOPIC);
    }

    @Override
    public List<Gap> gaps(TenantId tenant) {
        Instant late = clock.instant().minus(patience);
        return store.of(tenant, sql -> sql.list(GAPS, row -> new Gap(Sql.id(row, "id"), row.getString("source"),
                row.getLong("first"), row.getLong("last"), Sql.instant(row, "noticed"),
                !Sql.instant(row, "noticed").isAfter(late)), tenant.value()));
    }

    @Override
    public boolean settle(TenantId tenant, UUID gap) {
        int gone = store.of(tenant, sql -> sql.update("delete from events.gap where tenant = ? and id = ?",
                tenant.value(), gap));
        announcer.tell(tenant, EventStore.TOPIC);
        return gone == 1;
    }

    /** How many gaps are open for too long, over all tenants. */
    int alarms() {
        Instant late = clock.instant().minus(patience);
        return store.ofAll(sql -> sql.list("select count(*) from events.gap where noticed <= ?", row -> row.getInt(1),
                late)).getFirst();
    }
}
