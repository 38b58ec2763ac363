// SPDX-License-Identifier: Apache-2.0
package org.huifang.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huifang.itests.Chromium;
import org.huifang.itests.Database;
import org.huifang.itests.Distribution;
import org.huifang.itests.Staff;
import org.huifang.itests.Wizard;

/**
 * Prints how many rows of a list a second are checked, taken in with their history, and found to say nothing new when the
 * list comes again: uploaded at a browser, every other context running, and beside the same rows written by the database
 * alone in the same run. Four values a row and an id.
 */
public final class ImportBench {
    private static final int ROWS = Integer.getInteger("huifang.rows", 100_000);
    private static final List<String> TABLES = List.of("archive.learner", "archive.identity_key",
            "archive.identity_value", "archive.timeline", "archive.delivery");
    private final List<String> rows = new ArrayList<>();

    private ImportBench() {
    }

    public static void main(String[] args) throws Exception {
        new ImportBench().run();
    }

    private void run() throws Exception {
        Path list = Files.createTempFile("list", ".csv");
        try (var huifang = Distribution.start();
                var chromium = new Chromium();
                var ann = Staff.firstAdmin(huifang, chromium.browser())) {
            write(list);
            var wizard = new Wizard(huifang, ann).upload(list);
            wizard.named("bench");
            row("checked before it comes in", seconds(wizard::check), "");
            double taken = seconds(wizard::take);
            long there = Database.count(huifang, "select count(*) from archive.learner where listed");
            if (there != ROWS) {
                throw new IllegalStateException(there + " files of " + ROWS + " rows");
            }
            double alone = Alone.seconds(huifang, TABLES);
            row("taken in, everybody new", taken, String.format(Locale.ROOT,
                    "the same rows alone: %.1f s, %,.0f rows/s, ratio %.2f", alone, ROWS / alone, alone / taken));
            wizard.upload(list).named("bench");
            row("the same list again, checked", seconds(wizard::check), "");
        } finally {
            Files.delete(list);
        }
        System.out.println("| what | measured | the database |\n|---|---|---|");
        rows.forEach(System.out::println);
    }

    private static void write(Path list) throws Exception {
        try (var out = Files.newBufferedWriter(list, StandardCharsets.UTF_8)) {
            out.write("student id,name,email,phone,time zone\n");
            for (int n = 0; n < ROWS; n++) {
                out.write("s%d,%s,learner%d@example.org,13%09d,Asia/Shanghai%n".formatted(n, "王伟芳".charAt(n % 3)
                        + "思远 " + n, n, n * 7L % 1_000_000_000));
            }
        }
    }

    private static double seconds(Runnable work) {
        long from = System.nanoTime();
        work.run();
        return (System.nanoTime() - from) / 1e9;
    }

    private void row(String what, double seconds, String database) {
        rows.add(String.format(Locale.ROOT, "| %,d rows %s | %.1f s, %,.0f rows/s | %s |", ROWS, what, seconds,
                ROWS / seconds, database));
        System.err.println(rows.getLast());
    }
}
