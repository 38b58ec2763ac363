// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huifang.api.Job;
import org.huifang.api.archive.Tail;

/** Two nodes on one database, which work at the same time and are killed now and then. */
final class Nodes implements AutoCloseable {
    private final School school;
    private final World world;
    private final Watch watch;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<List<Job>> nodes = new ArrayList<>();

    Nodes(School school, World world, Watch watch) {
        this.school = school;
        this.world = world;
        this.watch = watch;
        school.sending.add(watch, java.util.Map.of("channel", "email"));
        for (int n = 0; n < 2; n++) {
            nodes.add(List.of(school.follow(),
                    new OpenRevisits(school.store, school.clock, school.jobs, school.telling),
                    school.plan(),
                    new LookAgain(school.store, school.clock, school.settings, school.owners, school.jobs,
                            school.telling),
                    new RelayFacts(school.relay, school.store, school.clock)));
        }
    }

    /** Both at once until neither has anything to do; messages are sent by one at a time, as jobs have a lease. */
    void work() throws Exception {
        if (world.random().nextInt(12) == 0) {
            kill();
        }
        for (int round = 0; round < 2; round++) {
            List<Future<Void>> running = new ArrayList<>();
            for (List<Job> node : nodes) {
                Callable<Void> work = () -> {
                    node.forEach(School::runAll);
                    return null;
                };
                running.add(threads.submit(work));
            }
            for (Future<Void> node : running) {
                node.get();
            }
        }
        try {
            School.runAll(school.ahead);
        } catch (Watch.Killed dead) {
            School.runAll(school.ahead);
        }
        School.runAll(school.plan);
        School.runAll(school.tell);
    }

    private void kill() {
        watch.killed();
        switch (world.random().nextInt(3)) {
            case 0 -> school.store.ofAll(sql -> Outbox.oldest(sql, 20))
                    .forEach(told -> school.archive.record(told.delivery()));
            case 1 -> watch.dieAfterTheNextMessage();
            default -> inTheMiddleOfTheTimeline();
        }
    }

    private void inTheMiddleOfTheTimeline() {
        String cursor = school.store.ofAll(FollowTimeline.CURSOR::read);
        Tail tail = school.archive.tail(cursor, 1 + world.random().nextInt(30), Following.KINDS);
        try {
            school.store.ofAll(sql -> {
                FollowTimeline.CURSOR.move(sql, cursor, tail.cursor());
                new Following(sql, school.settings::planning, school.now, school.owners).of(tail.entries());
                throw new Killed();
            });
        } catch (Killed expected) {
            assertThat(school.store.ofAll(FollowTimeline.CURSOR::read)).isEqualTo(cursor);
        }
    }

    @Override
    public void close() {
        threads.close();
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
