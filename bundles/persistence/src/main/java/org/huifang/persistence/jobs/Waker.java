// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes jobs due, however often it is asked to: many calls for one job become one statement. */
final class Waker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Waker.class);
    private static final long FIRST_RETRY_MILLIS = 4;
    private static final long LAST_RETRY_MILLIS = 128;
    private final JobTable table;
    private final Map<String, LocalJob> local;
    private final Scheduler scheduler;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().name("huifang-waker").daemon().factory());

    Waker(JobTable table, Map<String, LocalJob> local, Scheduler scheduler) {
        this.table = table;
        this.local = local;
        this.scheduler = scheduler;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void wake(String job) {
        LocalJob here = local.get(job);
        if ((here == null || !here.wakeIfRunning()) && asked.add(job)) {
            soon(() -> {
                asked.remove(job);
                makeDue(job, FIRST_RETRY_MILLIS);
            });
        }
    }

    /** A run that holds the job, here or elsewhere, may have looked for work already: wait until it is over. */
    private void makeDue(String job, long retryMillis) {
        try {
            switch (table.wake(job)) {
                case DUE -> scheduler.triggerCheckForDueExecutions();
                case HELD -> {
                    LocalJob here = local.get(job);
                    if (here == null || !here.wakeIfRunning()) {
                        after(retryMillis, () -> makeDue(job, Math.min(2 * retryMillis, LAST_RETRY_MILLIS)));
                    }
                }
                case UNKNOWN -> LOG.debug("no job {} to wake", job);
            }
        } catch (SQLException e) {
            LOG.warn("The job {} is not woken; it runs after its pause: {}", job, e.getMessage());
        }
    }

    void wakeAll() {
        soon(() -> {
            try {
                local.values().forEach(LocalJob::wakeIfRunning);
                table.wakeAll();
                scheduler.triggerCheckForDueExecutions();
            } catch (SQLException e) {
                LOG.warn("The jobs are not woken; they run after their pauses: {}", e.getMessage());
            }
        });
    }

    void checkIn(Duration delay) {
        after(Math.max(0, delay.toMillis()), scheduler::triggerCheckForDueExecutions);
    }

    void soon(Runnable task) {
        after(0, task);
    }

    /** Tries again while the database is away. */
    void surely(Runnable task) {
        after(0, () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.warn("Tried again in a second: {}", e.getMessage());
                after(1_000, () -> surely(task));
            }
        });
    }

    private void after(long millis, Runnable task) {
        try {
            thread.schedule(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    LOG.warn("Waking jobs failed: {}", e.getMessage(), e);
                }
            }, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.debug("closing", closing);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(3, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
