// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.huifang.itests.Distribution;
import org.huifang.itests.PlatformPeer;
import org.huifang.itests.SignedHook;
import org.huifang.itests.ToolClient;
import org.huifang.itests.smoke.OtherPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one database: what falls due is worked once, also when one of them dies while it works. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest {
    private static final int LEARNERS = Integer.getInteger("huifang.due", 2_500);
    private static final int POOL = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String FIRST = " from revisit.obligation where step = 'first'";
    private static final String TOLD = """
             from archive.timeline where kind = 'FellDue' and fact ->> 'step' = 'first'""";

    @TempDir
    private static Path folder;
    private static OtherPostgres database;
    private static Distribution one;
    private static Distribution two;

    @BeforeAll
    static void start() throws Exception {
        database = new OtherPostgres();
        var home = database.installation(folder, POOL);
        one = Distribution.startFrom(home);
        // people know one address, whichever node answers
        Files.writeString(home.resolve("etc/huifang.cfg"), "\nhuifang.url = http://localhost:" + one.port() + "\n",
                StandardOpenOption.APPEND);
        two = Distribution.startBeside(one);
    }

    @AfterAll
    static void stop() throws IOException {
        try (var last = database; var first = one; var second = two) {
            // each is closed, also when the start failed half-way
        }
    }

    @Test
    @Order(1)
    void of_fifty_posts_of_one_launch_to_two_nodes_one_wins_and_none_after_a_restart() throws Exception {
        try (var platform = new PlatformPeer()) {
            assertThat(one.command(platform.registration()).status()).isZero();
            var tool = new ToolClient(URI.create("http://localhost:" + one.port()), platform,
                    HttpClient.newHttpClient());
            var login = tool.login();
            var there = answeredByTwo(login);
            var token = token(platform, tool, login);
            assertThat(tool.taken(token, login, there)).isEqualTo(1);
            // the other node takes launches too, so it was not its being away that made one win
            var second = tool.login();
            assertThat(tool.launch(answeredByTwo(second), token(platform, tool, second)).statusCode())
                    .isIn(302, 303);
            two.kill();
            two.restart();
            assertThat(tool.launch(there, token).statusCode()).isBetween(400, 499);
            assertThat(tool.launch(login, token).statusCode()).isBetween(400, 499);
            assertThat(number(database, "select count(*) from platform.launch")).isEqualTo(2);
        }
    }

    @Test
    @Order(2)
    void what_falls_due_at_one_moment_is_worked_once_though_one_of_two_nodes_is_killed_meanwhile() throws Exception {
        var secret = secret(one);
        // a day after joining the first revisit opens: for all of them at this moment
        var opens = Instant.now().plus(Duration.ofSeconds(LEARNERS / 50 + 20));
        enrol(List.of(one, two), secret, opens.minus(Duration.ofDays(1)));
        await(database, "select count(*)" + FIRST, LEARNERS);

        Distribution.await(PATIENCE, () -> number(database, "select count(*)" + FIRST + " and fell_due") > 0);
        one.kill();
        long when = number(database, "select count(*)" + FIRST + " and fell_due");
        System.out.println(when + " of " + LEARNERS + " had fallen due when one node was killed");

        await(database, "select count(*)" + FIRST + " and fell_due and state = 'DUE'", LEARNERS);
        await(database, "select count(distinct fact ->> 'obligation')" + TOLD, LEARNERS);
        await(database, "select count(*) from revisit.outbox where kind = 'FELL_DUE'", 0);
        once(database);

        one.restart();
        await(database,
                """
                select count(*) from revisit.obligation where step = 'first' and contact is null and hold is null""",
                0);
        once(database);
    }

    private static ToolClient.Login answeredByTwo(ToolClient.Login login) {
        return new ToolClient.Login(login.state(), login.nonce(),
                login.redirectUri().replace(":" + one.port(), ":" + two.port()), login.cookies());
    }

    private static String token(PlatformPeer platform, ToolClient tool, ToolClient.Login login) {
        return platform.sign(platform
                .claims("replayed", "Instructor", login.nonce(), tool.target(), Instant.now()).build());
    }

    /** Nothing lost, nothing doubled: here, in the archive, and in the law that both sides of the ledger keep. */
    private static void once(OtherPostgres database) {
        assertThat(number(database, "select count(*)" + TOLD)).as("told of").isEqualTo(LEARNERS);
        assertThat(number(database, "select count(distinct learner)" + FIRST)).isEqualTo(LEARNERS);
        assertThat(number(database, "select count(*)" + FIRST)).isEqualTo(LEARNERS);
        assertThat(number(database, "select sum(n) from revisit.owed")).as("owed")
                .isEqualTo(number(database, "select count(*) from revisit.obligation"));
        assertThat(number(database, """
                select count(*) from (select person from revisit.contact c where not over
                    and exists (select from revisit.obligation o where o.contact = c.id and o.step = 'first')
                    group by person having count(*) > 1) twice""")).as("planned twice").isZero();
    }

    private static void enrol(List<Distribution> nodes, String secret, Instant joined) throws InterruptedException {
        var taken = ConcurrentHashMap.<Integer>newKeySet();
        var http = HttpClient.newHttpClient();
        var atOnce = new Semaphore(32);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < LEARNERS; i++) {
                int n = i;
                senders.execute(() -> {
                    atOnce.acquireUninterruptibly();
                    try {
                        // as senders do, until it is taken
                        Distribution.await(PATIENCE, () -> status(http, nodes.get(n % 2), secret, n, joined) == 202);
                        taken.add(n);
                    } finally {
                        atOnce.release();
                    }
                });
            }
        }
        assertThat(taken).hasSize(LEARNERS);
    }

    private static int status(HttpClient http, Distribution node, String secret, int n, Instant joined) {
        var hook = SignedHook.of(secret, "joined-" + n, Instant.now(), SignedHook.enrolled(n, joined));
        try {
            return http.send(hook.to(node.at("/hooks/two")), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(OtherPostgres database, String query, long expected) {
        try {
            Distribution.await(PATIENCE, () -> number(database, query) == expected);
        } catch (AssertionError late) {
            throw new AssertionError(query + " gives " + number(database, query) + " and not " + expected, late);
        }
    }

    private static long number(OtherPostgres database, String query) {
        try {
            return database.number(query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private static String secret(Distribution huifang) throws IOException {
        var text = huifang.command("hook-source", "add", "--name", "two").text();
        return text.substring(text.indexOf("whsec_")).split("\\s", 2)[0];
    }
}
