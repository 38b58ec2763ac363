// SPDX-License-Identifier: Apache-2.0
package org.huifang.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.huifang.itests.Database;
import org.huifang.itests.Distribution;

/**
 * Prints how long it takes to open a file, to find one and to turn pages in an archive of many learners, over REST, each
 * beside the same work in plain SQL in the same run. One reader at a time: what is asked is how long a person waits.
 */
public final class ArchiveBench {
    private static final int LEARNERS = Integer.getInteger("huifang.learners", 1_000_000);
    private static final int ROUNDS = 600;
    private static final long SEED = Long.getLong("huifang.seed", 20_261_122L);
    private static final List<String> SEARCHES = List.of("王伟", "张晓", "李", "陈静思", "zhangwei", "wangfang", "lsz",
            "chenxiao", "Anna Weber", "Kowalski", "learner77", "13001", "0077", "曉明", "Fischr");
    private final Random random = new Random(SEED);
    private final List<String> rows = new ArrayList<>();

    private ArchiveBench() {
    }

    public static void main(String[] args) throws Exception {
        new ArchiveBench().run();
    }

    private void run() throws Exception {
        try (var huifang = Distribution.start()) {
            var password = huifang.command("account", "add", "--name", "bench", "--role", "agent").text().strip();
            var basic = "Basic " + Base64.getEncoder().encodeToString(
                    ("bench:" + password.substring(password.lastIndexOf(' ') + 1)).getBytes(StandardCharsets.UTF_8));
            ManyFiles.fill(huifang, LEARNERS);
            findable(huifang);
            try (var http = new Connection(huifang.at("/")); var sql = Database.of(huifang)) {
                sql.createStatement().execute("set huifang.tenant = 'default'");
                var rest = new Rest(http, basic);
                row("open a file with its first 50 entries", "<= 100 ms", times(() -> {
                    var id = learner();
                    rest.get("/rest/learners/" + id);
                    return rest.get("/rest/learners/" + id + "/timeline?limit=50");
                }), times(new PlainFile(sql)));
                PreparedStatement found = sql.prepareStatement("""
                        select id, name from archive.learner where tenant = 'default' and listed
                        and (name ilike '%' || ? || '%' or email ilike '%' || ? || '%' or phone like '%' || ? || '%')
                        order by name, id limit 50""");
                for (String search : SEARCHES) {
                    row("find “" + search + "”", "<= 300 ms", times(() -> rest.get("/rest/learners?limit=50&search="
                            + URLEncoder.encode(search, StandardCharsets.UTF_8)), ROUNDS / 10), times(() -> {
                                for (int i = 1; i <= 3; i++) {
                                    found.setString(i, search);
                                }
                                return drain(found);
                            }, 6));
                }
                PreparedStatement page = sql.prepareStatement("""
                        select id, name from archive.learner where tenant = 'default' and listed
                        and (name, id) > (select name, id from archive.learner where id = ?::uuid)
                        order by name, id limit 50""");
                rest.get("/rest/learners?limit=1");
                var seal = seal(sql);
                row("a page of 50 files, anywhere in the list", "<= 200 ms",
                        times(() -> rest.get("/rest/learners?limit=50&after=" + cursor(seal, learner()))),
                        times(() -> {
                            page.setString(1, learner());
                            return drain(page);
                        }));
            }
        }
        System.out.printf("%,d learners, %,d facts, seed %d%n| what | p50 | p95 | plain SQL p50 | p95 | bar (p95) |%n"
                + "|---|---|---|---|---|---|%n", LEARNERS, LEARNERS * ManyFiles.FACTS_EACH, SEED);
        rows.forEach(System.out::println);
    }

    /** The words that people are found by are made in the background. */
    private void findable(Distribution huifang) throws Exception {
        long from = System.nanoTime();
        Distribution.await(Duration.ofHours(2), () -> Database.count(huifang,
                "select count(*) from (select from archive.learner where not findable limit 1) l") == 0);
        System.err.printf("made findable in %,d s%n", Duration.ofNanos(System.nanoTime() - from).toSeconds());
        try (var connection = Database.of(huifang); var sql = connection.createStatement()) {
            sql.execute("vacuum (analyze) archive.search, archive.learner");
        }
    }

    /** With what the installation seals its cursors; there is one once a list had a second page. */
    private static Mac seal(java.sql.Connection sql) throws Exception {
        try (var keys = sql.createStatement()
                .executeQuery("select key from identity.seal_key where tenant = 'default'")) {
            keys.next();
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.getBytes(1), "HmacSHA256"));
            return mac;
        }
    }

    /** The cursor that stands behind this file, as the API would give it. */
    private static String cursor(Mac seal, String after) {
        var plain = after.getBytes(StandardCharsets.UTF_8);
        seal.update("cursor learners {}\0".getBytes(StandardCharsets.UTF_8));
        var both = Arrays.copyOf(seal.doFinal(plain), 16 + plain.length);
        System.arraycopy(plain, 0, both, 16, plain.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /** Somebody in the archive, by the rule of {@link ManyFiles}. */
    private String learner() {
        return Ids.of("learner " + random.nextInt(LEARNERS));
    }

    static int drain(PreparedStatement statement) throws Exception {
        int count = 0;
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                count++;
            }
        }
        return count;
    }

    private static double[] times(Callable<?> work) throws Exception {
        return times(work, ROUNDS);
    }

    private static double[] times(Callable<?> work, int rounds) throws Exception {
        for (int warm = 0; warm < rounds / 3; warm++) {
            work.call();
        }
        var times = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long from = System.nanoTime();
            work.call();
            times[i] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private void row(String what, String bar, double[] measured, double[] plain) {
        rows.add("| %s | %s | %s | %s | %s | %s |".formatted(what, at(measured, 0.5), at(measured, 0.95),
                at(plain, 0.5), at(plain, 0.95), bar));
        System.err.println(rows.getLast());
    }

    private static String at(double[] sorted, double quantile) {
        return sorted.length == 0
                ? ""
                : String.format(Locale.ROOT, "%.1f ms", sorted[(int) ((sorted.length - 1) * quantile)]);
    }

    /** Asks as a member of staff. */
    private record Rest(Connection http, String authorization) {
        int get(String path) throws Exception {
            var answer = http.send("GET", path, Map.of("authorization", authorization), new byte[0]);
            if (answer.status() != 200) {
                throw new IllegalStateException(path + " was answered " + answer.status());
            }
            return answer.status();
        }
    }

    /** What a file is made of, read by hand. */
    private final class PlainFile implements Callable<Integer> {
        private final List<PreparedStatement> parts = new ArrayList<>();

        PlainFile(java.sql.Connection sql) throws Exception {
            for (String part : List.of("select * from archive.learner where id = ?::uuid",
                    "select * from archive.identity_value where learner = ?::uuid and superseded is null",
                    "select * from archive.identity_key where learner = ?::uuid",
                    "select * from archive.enrolment e join archive.course c on c.id = e.course where e.learner = ?::uuid",
                    "select * from archive.timeline where learner = ?::uuid order by at desc, id desc limit 51")) {
                parts.add(sql.prepareStatement(part));
            }
        }

        @Override
        public Integer call() throws Exception {
            int rows = 0;
            var id = learner();
            for (PreparedStatement part : parts) {
                part.setString(1, id);
                rows += drain(part);
            }
            return rows;
        }
    }
}
