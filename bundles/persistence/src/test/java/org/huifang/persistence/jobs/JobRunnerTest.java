// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.jobs;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.huifang.api.Job;
import org.huifang.persistence.internal.Pool;
import org.huifang.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class JobRunnerTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private final TestDatabase database = TestDatabase.start();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        database.close();
    }

    private JobRunner node(String name) throws SQLException {
        HikariDataSource pool = Pool.forScheduling(database.url(), database.user(), database.password());
        open.add(pool);
        var runner = new JobRunner(pool, name);
        open.add(runner);
        return runner;
    }

    private record Work(String name, Duration pause, BooleanSupplier work) implements Job {
        @Override
        public boolean run() {
            return work.getAsBoolean();
        }
    }

    @Test
    void a_job_runs_at_once_when_it_appears_and_again_after_its_pause() throws Exception {
        var runs = new LinkedBlockingQueue<Long>();
        node("a").add(new Work("tick", Duration.ofMillis(300), () -> !runs.add(System.nanoTime())));
        long first = runs.poll(10, SECONDS);
        long second = runs.poll(10, SECONDS);
        assertThat(second - first).isGreaterThan(250_000_000L);
        assertThat(runs.poll(10, SECONDS)).isNotNull();
    }

    @Test
    void a_woken_job_runs_at_once() throws Exception {
        BlockingQueue<Long> runs = new LinkedBlockingQueue<>();
        JobRunner runner = node("a");
        runner.add(new Work("woken", LONG, () -> !runs.add(System.nanoTime())));
        assertThat(runs.poll(10, SECONDS)).isNotNull();
        long[] waited = new long[60];
        for (int i = 0; i < waited.length; i++) {
            runs.poll(20, MILLISECONDS); // let the run before be over
            long asked = System.nanoTime();
            runner.wake("woken");
            Long ran = runs.poll(10, SECONDS);
            assertThat(ran).isNotNull();
            waited[i] = ran - asked;
        }
        Arrays.sort(waited);
        System.Logger log = System.getLogger("test");
        log.log(System.Logger.Level.INFO, "from wake to run: median {0} us, 90 % {1} us", waited[30] / 1000,
                waited[54] / 1000);
        assertThat(Duration.ofNanos(waited[30])).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void a_job_woken_while_it_runs_runs_once_more() throws Exception {
        var entered = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var runs = new AtomicInteger();
        var twice = new CountDownLatch(2);
        JobRunner runner = node("a");
        runner.add(new Work("busy", LONG, () -> {
            runs.incrementAndGet();
            entered.countDown();
            await(goOn);
            twice.countDown();
            return false;
        }));
        assertThat(entered.await(10, SECONDS)).isTrue();
        for (int i = 0; i < 100; i++) {
            runner.wake("busy");
        }
        goOn.countDown();
        assertThat(twice.await(10, SECONDS)).isTrue();
    }

    @Test
    void a_job_runs_on_one_of_two_schedulers_at_a_time() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new CountDownLatch(50);
        BooleanSupplier work = () -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            done.countDown();
            inside.decrementAndGet();
            return false;
        };
        JobRunner a = node("a");
        JobRunner b = node("b");
        a.add(new Work("shared", LONG, work));
        b.add(new Work("shared", LONG, work));
        while (done.getCount() > 0) {
            a.wake("shared");
            b.wake("shared");
            done.await(1, MILLISECONDS);
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void a_wake_on_one_node_is_not_lost_while_another_node_runs_the_job() throws Exception {
        var entered = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var again = new CountDownLatch(1);
        JobRunner a = node("a");
        JobRunner b = node("b");
        a.add(new Work("handed", LONG, () -> {
            if (entered.getCount() == 0) {
                again.countDown();
            }
            entered.countDown();
            await(goOn);
            return false;
        }));
        assertThat(entered.await(10, SECONDS)).isTrue();
        b.add(new Work("handed", LONG, () -> {
            again.countDown();
            return false;
        }));
        b.wake("handed");
        assertThat(again.await(50, MILLISECONDS)).isFalse();
        goOn.countDown();
        assertThat(again.await(10, SECONDS)).isTrue();
    }

    @Test
    void a_job_whose_bundle_is_away_waits_and_runs_when_it_is_back() throws Exception {
        var runs = new LinkedBlockingQueue<String>();
        JobRunner runner = node("a");
        var before = new Work("swapped", Duration.ofMillis(50), () -> !runs.add("old"));
        runner.add(before);
        assertThat(runs.poll(10, SECONDS)).isEqualTo("old");
        runner.remove(before);
        runs.clear();
        runner.wake("swapped");
        assertThat(runs.poll(500, MILLISECONDS)).isNull();
        runner.add(new Work("swapped", Duration.ofMillis(50), () -> !runs.add("new")));
        assertThat(runs.poll(15, SECONDS)).isEqualTo("new");
    }

    @Test
    void a_job_that_fails_is_tried_again_and_others_go_on() throws Exception {
        var failures = new CountDownLatch(3);
        var runs = new CountDownLatch(3);
        JobRunner runner = node("a");
        runner.add(new Work("failing", Duration.ofMillis(20), () -> {
            failures.countDown();
            throw new IllegalStateException("on purpose");
        }));
        runner.add(new Work("fine", Duration.ofMillis(20), () -> {
            runs.countDown();
            return false;
        }));
        assertThat(failures.await(10, SECONDS)).isTrue();
        assertThat(runs.await(10, SECONDS)).isTrue();
    }

    @Test
    void what_a_killed_node_was_running_runs_at_once_when_the_node_is_back() throws Exception {
        database.execute(
                "insert into jobs.scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
                        + " last_heartbeat, version) values ('job', 'cut', now() - interval '1 second', true, 'a', now(), 7)");
        var ran = new CountDownLatch(1);
        node("a").add(new Work("cut", LONG, () -> {
            ran.countDown();
            return false;
        }));
        assertThat(ran.await(6, SECONDS)).isTrue();
    }

    @Test
    void a_job_runs_at_once_when_a_topic_is_heard_that_it_follows_and_looks_again_soon() throws Exception {
        record Follower(BlockingQueue<Long> runs) implements Job {
            @Override
            public String name() {
                return "follower";
            }

            @Override
            public Duration pause() {
                return LONG;
            }

            @Override
            public Set<String> follows() {
                return Set.of("archive");
            }

            @Override
            public boolean run() {
                return !runs.add(System.nanoTime());
            }
        }
        var runs = new LinkedBlockingQueue<Long>();
        JobRunner runner = node("a");
        runner.add(new Follower(runs));
        assertThat(runs.poll(10, SECONDS)).isNotNull();
        runner.heard(Set.of("staff", "calendar"));
        assertThat(runs.poll(500, MILLISECONDS)).isNull();
        runner.heard(Set.of("staff", "archive"));
        assertThat(runs.poll(10, SECONDS)).isNotNull();
        assertThat(runs.poll(10, SECONDS)).isNotNull();
    }

    @Test
    void waking_an_unknown_job_does_nothing() throws Exception {
        JobRunner runner = node("a");
        runner.wake("nobody");
        var ran = new CountDownLatch(1);
        runner.add(new Work("somebody", LONG, () -> {
            ran.countDown();
            return false;
        }));
        assertThat(ran.await(10, SECONDS)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
