// SPDX-License-Identifier: Apache-2.0
package org.huifang.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huifang.itests.Distribution;
import org.huifang.itests.PlatformPeer;

/**
 * Prints the table that the README shows: start, memory, hooks, launches and the gap of a hot swap. Absolute figures hold
 * for one machine and hour only; the ratios are to the database's own single-row insert rate in the same run.
 */
public final class Bench {
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(12);
    private final List<String> rows = new ArrayList<>();

    private Bench() {
    }

    public static void main(String[] args) throws Exception {
        new Bench().run();
    }

    private void run() throws Exception {
        try (var huifang = Distribution.start(); var platform = new PlatformPeer()) {
            startAndMemory(huifang);
            var database = Load.measure(32, WARM_UP, MEASURED, Inserts.into(huifang));
            row("single-row durable inserts, 32 clients", "%,.0f/s".formatted(database.perSecond()), "", "the limit");
            var hooks = Hooks.to(huifang);
            for (var connections : List.of(8, 64)) {
                var rate = Load.measure(connections, WARM_UP, MEASURED, hooks);
                row("durable hooks, %d connections".formatted(connections), rate(rate),
                        "%.2f".formatted(rate.perSecond() / database.perSecond()),
                        connections == 8 ? ">= 0.3" : ">= 0.7");
            }
            var again = Load.measure(32, Duration.ofSeconds(2), MEASURED, Inserts.into(huifang));
            row("the same inserts again, after the hooks", "%,.0f/s".formatted(again.perSecond()), "",
                    "how far the machine drifted");
            var launches = Load.measure(8, WARM_UP, MEASURED, Launches.to(huifang, platform));
            row("LTI launches, 8 connections", rate(launches), "", ">= 300/s");
            row("hot swap of a view, browser on it", Swaps.gaps(huifang, 10), "", "<= 2,000 ms");
        }
        System.out.println("| what | measured | ratio to the inserts | bar |\n|---|---|---|---|");
        rows.forEach(System.out::println);
    }

    private void startAndMemory(Distribution huifang) throws Exception {
        var seconds = new ArrayList<Double>();
        for (var i = 0; i < 5; i++) {
            huifang.stop();
            var from = System.nanoTime();
            huifang.restart();
            seconds.add((System.nanoTime() - from) / 1e9);
        }
        seconds.sort(null);
        row("cold start to ready, database initialised", "%.1f s (%.1f to %.1f)".formatted(seconds.get(2),
                seconds.getFirst(), seconds.getLast()), "", "<= 5 s");
        Thread.sleep(Duration.ofSeconds(20));
        row("memory of the JVM, idle, resident", "%,d MB".formatted(huifang.resident() / 1_000_000), "", "<= 350 MB");
    }

    private static String rate(Load.Rate rate) {
        return "%,.0f/s, p50 %.1f ms, p99 %.1f ms".formatted(rate.perSecond(), rate.p50(), rate.p99());
    }

    private void row(String what, String measured, String ratio, String bar) {
        rows.add(String.format(Locale.ROOT, "| %s | %s | %s | %s |", what, measured, ratio, bar));
        System.err.println(rows.getLast());
    }
}
