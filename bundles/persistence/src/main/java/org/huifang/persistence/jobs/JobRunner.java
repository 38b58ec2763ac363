// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.huifang.api.Job;
import org.huifang.api.Jobs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the jobs of this node by db-scheduler: one task, an instance of it per job. A node that is killed is missed
 * after eight seconds, and at once when it comes back under its name.
 */
public final class JobRunner implements Jobs, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    /** A job that no node here has, while its bundle is updated: looked at now and then, and forgotten after a day. */
    private static final Duration ABSENT = Duration.ofSeconds(10);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Map<String, LocalJob> local = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("huifang-job-", 0).factory());
    private final CustomTask<Void> task;
    private final Scheduler scheduler;
    private final Waker waker;

    /**
     * @param node a name that is no other node's, and the same after a restart
     */
    public JobRunner(DataSource pool, String node) throws SQLException {
        var table = new JobTable(pool);
        table.release(node);
        this.task = Tasks.custom(JobTable.TASK, Void.class).onDeadExecutionRevive()
                .execute((instance, context) -> run(instance.getId(), context.getExecution().lastSuccess));
        this.scheduler = Scheduler.create(pool, task).schedulerName(new SchedulerName.Fixed(node))
                .tableName(JobTable.NAME)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false)).commitWhenAutocommitDisabled(true)
                .executorService(threads).threads(16).pollingInterval(POLL).pollUsingLockAndFetch(0.5, 1.0)
                .enableImmediateExecution().heartbeatInterval(Duration.ofSeconds(2)).missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(5)).build();
        scheduler.start();
        this.waker = new Waker(table, local, scheduler);
    }

    /** Runs it at once, and from then on as it says. */
    public void add(Job job) {
        String name = job.name();
        if (local.putIfAbsent(name, new LocalJob(job)) != null) {
            throw new IllegalArgumentException("Two jobs are called " + name);
        }
        waker.surely(() -> {
            if (!scheduler.scheduleIfNotExists(new TaskInstance<>(JobTable.TASK, name), Instant.now())) {
                wake(name);
            }
        });
    }

    /** Returns once it runs no more. */
    public void remove(Job job) {
        LocalJob leaving = local.remove(job.name());
        if (leaving != null) {
            leaving.leave();
        }
    }

    @Override
    public void wake(String name) {
        waker.wake(name);
    }

    /** Wakes the jobs that follow one of these topics. */
    public void heard(Set<String> topics) {
        local.forEach((name, job) -> {
            if (job.hears(topics)) {
                wake(name);
            }
        });
    }

    /** As when the clock has been moved. */
    public void wakeAll() {
        waker.wakeAll();
    }

    private CompletionHandler<Void> run(String name, @Nullable Instant lastRun) {
        LocalJob job = local.get(name);
        if (job == null) {
            boolean forgotten = lastRun != null && lastRun.isBefore(Instant.now().minus(FORGOTTEN));
            return (complete, operations) -> {
                if (forgotten) {
                    operations.stop();
                } else {
                    // as a failure, which leaves the time of the last real run as it is
                    operations.reschedule(ExecutionComplete.failure(complete.getExecution(), complete.getTimeDone(),
                            complete.getTimeDone(), null), Instant.now().plus(ABSENT));
                }
            };
        }
        Instant next = job.run();
        return (complete, operations) -> {
            operations.reschedule(complete, next);
            Duration until = Duration.between(Instant.now(), next);
            if (until.compareTo(POLL) < 0) {
                waker.checkIn(until);
            }
        };
    }

    @Override
    public void close() {
        waker.close();
        local.values().forEach(LocalJob::leave);
        scheduler.stop();
        threads.shutdown();
        LOG.debug("no more jobs run here");
    }
}
