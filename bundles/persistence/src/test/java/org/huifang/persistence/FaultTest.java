// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.huifang.api.TenantId;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.persistence.internal.Opening;
import org.huifang.persistence.internal.Pool;
import org.huifang.persistence.testing.TestDatabase;
import org.huifang.postgres.Account;
import org.huifang.postgres.Binaries;
import org.huifang.postgres.Cluster;
import org.huifang.postgres.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
final class FaultTest {
    private static final TenantId TENANT = TenantId.DEFAULT;

    @Test
    void a_caller_is_told_in_time_when_all_connections_are_taken_and_served_once_they_are_back() throws Exception {
        try (TestDatabase database = TestDatabase.start()) {
            Unit unit = database.open("grown", "db/grown-1.yaml");
            var taken = new CountDownLatch(16);
            var giveBack = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 16; i++) {
                    threads.submit(() -> unit.sql(TENANT, connection -> {
                        taken.countDown();
                        try {
                            return giveBack.await(60, TimeUnit.SECONDS);
                        } catch (InterruptedException e) {
                            return false;
                        }
                    }));
                }
                assertThat(taken.await(60, TimeUnit.SECONDS)).isTrue();
                long asked = System.nanoTime();
                assertThatThrownBy(() -> unit.sql(TENANT, connection -> true)).isInstanceOf(StoreUnavailable.class)
                        .hasMessageNotContaining("jdbc:");
                assertThat(Duration.ofNanos(System.nanoTime() - asked)).isBetween(Duration.ofMillis(1900),
                        Duration.ofSeconds(20));
                giveBack.countDown();
            }
            assertThat(unit.<Boolean>sql(TENANT, connection -> true)).isTrue();
        }
    }

    @Test
    void nothing_acknowledged_is_lost_when_the_database_is_killed_under_load_and_work_goes_on_by_itself()
            throws Exception {
        Path folder = Files.createTempDirectory("huifang-test-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        var cluster = new Cluster(folder,
                Binaries.in(Path.of(System.getProperty("java.io.tmpdir"))
                        .resolve("huifang-postgres-" + System.getProperty("user.name"))),
                Account.owning(folder));
        cluster.prepare("");
        var server = new Server(cluster, "");
        server.start();
        String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/huifang";
        try (var pool = Pool.open(url, "huifang", cluster.password(), 8)) {
            var opening = new Opening(pool);
            opening.prepare();
            Unit unit = opening.open(FaultTest.class.getClassLoader(), "grown", "db/grown-1.yaml");
            Set<Long> acknowledged = new ConcurrentSkipListSet<>();
            Set<String> surprises = new ConcurrentSkipListSet<>();
            var ids = new AtomicLong();
            var over = new AtomicBoolean();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 8; i++) {
                    threads.submit(() -> {
                        while (!over.get()) {
                            write(unit, ids.incrementAndGet(), acknowledged, surprises);
                        }
                    });
                }
                awaitMore(acknowledged, 200);
                long killed = Long
                        .parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst().strip());
                ProcessHandle.of(killed).orElseThrow().destroyForcibly();
                ProcessHandle.of(killed).ifPresent(dead -> dead.onExit().join());
                awaitMore(acknowledged, 200);
                over.set(true);
            }
            assertThat(surprises).isEmpty();
            assertThat(stored(unit)).containsAll(acknowledged);
            unit.close();
        } finally {
            server.stop();
            discard(folder);
        }
    }

    private static void discard(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    private static void write(Unit unit, long id, Set<Long> acknowledged, Set<String> surprises) {
        try {
            unit.sql(TENANT, connection -> connection.createStatement()
                    .executeUpdate("insert into grown.thing values ('default', " + id + ")"));
            acknowledged.add(id);
        } catch (StoreUnavailable expected) {
            Thread.onSpinWait();
        } catch (RuntimeException e) {
            surprises.add(e.toString());
        }
    }

    private static void awaitMore(Set<Long> acknowledged, int more) {
        int goal = acknowledged.size() + more;
        while (acknowledged.size() < goal) {
            Thread.yield();
        }
    }

    private static Set<Long> stored(Unit unit) {
        return unit.sql(TENANT, connection -> {
            List<Long> ids = new ArrayList<>();
            try (var rows = connection.createStatement().executeQuery("select id from grown.thing")) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return new TreeSet<>(ids);
        });
    }
}
