// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.huifang.itests.Database;
import org.huifang.itests.Distribution;
import org.huifang.itests.SignedHook;
import org.junit.jupiter.api.Test;

/** SIGKILL is the harshest way to end; what was acknowledged before it must be there after it. */
class KilledWhileHooksArriveTest {
    private static final int HOOKS = 2_000;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 700;

    @Test
    void every_hook_answered_202_is_in_the_archive_exactly_once_after_a_kill() throws Exception {
        try (var huifang = Distribution.start()) {
            var secret = secret(huifang);
            var acknowledged = ConcurrentHashMap.<Integer>newKeySet();
            var killNow = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
            try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
                sendAll(huifang, secret, senders, acknowledged, killNow);
                killNow.await();
                huifang.kill();
            }
            System.out.println(acknowledged.size() + " of " + HOOKS + " hooks were acknowledged before the kill");
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL).hasSizeLessThan(HOOKS);
            huifang.restart();

            var stored = stored(huifang);
            assertThat(stored.keySet()).as("acknowledged and stored").containsAll(acknowledged);
            assertThat(stored.values()).as("stored once").containsOnly(1);

            // the sender does not know what became of the rest: it sends everything again
            var again = ConcurrentHashMap.<Integer>newKeySet();
            try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
                sendAll(huifang, secret, senders, again, new CountDownLatch(0));
            }
            assertThat(again).hasSize(HOOKS);
            assertThat(stored(huifang)).hasSize(HOOKS).allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
        }
    }

    private static void sendAll(Distribution huifang, String secret, java.util.concurrent.ExecutorService senders,
            Set<Integer> acknowledged, CountDownLatch count) {
        var http = HttpClient.newHttpClient();
        var atOnce = new Semaphore(32);
        for (var i = 0; i < HOOKS; i++) {
            var n = i;
            senders.submit(() -> {
                atOnce.acquireUninterruptibly();
                try {
                    var now = Instant.now();
                    var hook = SignedHook.of(secret, "kill-" + n, now, SignedHook.lessonCompleted(n, n % 101, now));
                    var answer = http.send(hook.to(huifang.at("/hooks/kill")), HttpResponse.BodyHandlers.discarding());
                    if (answer.statusCode() == 202) {
                        acknowledged.add(n);
                        count.countDown();
                    }
                } catch (IOException | InterruptedException killed) {
                    // no answer: the hook may be stored or not, and nobody was told that it is
                } finally {
                    atOnce.release();
                }
                return null;
            });
        }
    }

    /** How often the lesson of each learner stands on a timeline. */
    private static Map<Integer, Integer> stored(Distribution huifang) throws IOException, SQLException {
        var times = new HashMap<Integer, Integer>();
        try (var connection = Database.of(huifang);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select substring(k.subject from 2)::int, count(*) from archive.timeline t
                        join archive.identity_key k on k.learner = t.learner
                        where t.source = 'hook:kill' and t.kind = 'LessonCompleted' group by 1""")) {
            while (rows.next()) {
                times.put(rows.getInt(1), rows.getInt(2));
            }
        }
        return times;
    }

    private static String secret(Distribution huifang) throws IOException {
        var text = huifang.command("hook-source", "add", "--name", "kill").text();
        return text.substring(text.indexOf("whsec_")).split("\\s", 2)[0];
    }
}
