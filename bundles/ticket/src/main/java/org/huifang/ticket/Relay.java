// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.huifang.api.Jobs;
import org.huifang.api.archive.LearnerArchive;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes facts from the outbox to the archive. A fact may be delivered again after a crash or by two relays at once; its
 * key makes that the same as once. While the archive is away, being updated for one, work goes on and facts wait.
 */
@Component(service = Relay.class)
public final class Relay {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 1_000;

    private final TicketStore store;
    private final Jobs jobs;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable LearnerArchive archive;

    @Activate
    public Relay(@Reference TicketStore store, @Reference Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    Relay(TicketStore store, Jobs jobs, LearnerArchive archive) {
        this(store, jobs);
        this.archive = archive;
    }

    /** Tells what became of one ticket now, so that the file shows it at once; the job mends a failure. */
    void tellNow(UUID ticket) {
        LearnerArchive there = archive;
        if (there == null) {
            return;
        }
        try {
            List<Told> facts = store.ofAll(sql -> Told.of(sql, ticket));
            facts.forEach(told -> there.record(told.delivery()));
            store.ofAll(sql -> Told.remove(sql, facts));
        } catch (RuntimeException e) {
            LOG.warn("the archive hears later of ticket {}", ticket, e);
            jobs.wake(RelayFacts.NAME);
        }
    }

    /**
     * Tells a batch: one ticket's moves one after the other, those of different ones at the same time, so that they
     * share the archive's commits.
     *
     * @return true when more is waiting
     */
    boolean tellBatch() {
        LearnerArchive there = archive;
        if (there == null) {
            return false;
        }
        List<Told> batch = store.ofAll(sql -> Told.oldest(sql, BATCH));
        Queue<Told> taken = new ConcurrentLinkedQueue<>();
        Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            batch.stream().collect(Collectors.groupingBy(Told::ticket)).values()
                    .forEach(facts -> threads.execute(() -> tell(there, facts, taken, failures)));
        }
        store.ofAll(sql -> Told.remove(sql, taken));
        RuntimeException failure = failures.peek();
        if (failure != null) {
            throw failure;
        }
        return batch.size() == BATCH;
    }

    private static void tell(LearnerArchive archive, List<Told> facts, Queue<Told> taken,
            Queue<RuntimeException> failures) {
        try {
            for (Told fact : facts) {
                archive.record(fact.delivery());
                taken.add(fact);
            }
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }
}
