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
    /** A server runs for months; compiling its hot paths takes two slow cores most of a minute. */
    private static final Duration COMPILED = Duration.ofSeconds(45);
    private static final Duration MEASURED = Duration.ofSeconds(12);
    /** After it a server that nobody asks anything has put its memory in order. */
    private static final Duration IDLE = Duration.ofSeconds(20);
    private final List<String> rows = new ArrayList<>();

    private Bench() {
    }

    public static void main(String[] args) throws Exception {
        new Bench().run();
    }

    private void run() throws Exception {
        try (var huifang = Distribution.start(); var platform = new PlatformPeer()) {
            startAndMemory(huifang);
            var hooks = Hooks.to(huifang);
            Load.measure(32, COMPILED, Duration.ofSeconds(1), hooks);
            var inserts = new ArrayList<>(List.of(inserts(huifang)));
            var at1 = Load.measure(1, WARM_UP, MEASURED, hooks);
            var at8 = Load.measure(8, WARM_UP, MEASURED, hooks);
            inserts.add(inserts(huifang));
            var at64 = Load.measure(64, WARM_UP, MEASURED, hooks);
            inserts.add(inserts(huifang));
            row("single-row durable inserts, 32 clients", "%,.0f/s, %,.0f/s, %,.0f/s: before, between, after"
                    .formatted(inserts.toArray()), "", "the limit");
            row("durable hooks, 1 connection", rate(at1), ratio(at1, inserts.get(0), inserts.get(1)), "");
            row("durable hooks, 8 connections", rate(at8), ratio(at8, inserts.get(0), inserts.get(1)), ">= 0.3");
            row("durable hooks, 64 connections", rate(at64), ratio(at64, inserts.get(1), inserts.get(2)), ">= 0.7");
            var launching = Launches.to(huifang, platform);
            Load.measure(8, COMPILED, Duration.ofSeconds(1), launching);
            var busy = huifang.processorTime();
            var launches = Load.measure(8, Duration.ZERO, MEASURED, launching);
            row("LTI launches, 8 connections", rate(launches) + ", %.1f ms of processor each, the database's included"
                    .formatted(huifang.processorTime().minus(busy).toNanos() / 1e6
                            / (launches.perSecond() * MEASURED.toSeconds())),
                    "", ">= 300/s");
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
        Load.pause(IDLE);
        row("memory of the JVM, idle, resident", "%,d MB".formatted(huifang.resident() / 1_000_000), "", "<= 350 MB");
    }

    private static double inserts(Distribution huifang) throws Exception {
        return Load.measure(32, Duration.ofSeconds(4), MEASURED, Inserts.into(huifang)).perSecond();
    }

    /** To the mean of what the database did just before and just after, for the machine drifts. */
    private static String ratio(Load.Rate rate, double before, double after) {
        return "%.2f".formatted(rate.perSecond() / ((before + after) / 2));
    }

    private static String rate(Load.Rate rate) {
        return "%,.0f/s, p50 %.1f ms, p99 %.1f ms".formatted(rate.perSecond(), rate.p50(), rate.p99());
    }

    private void row(String what, String measured, String ratio, String bar) {
        rows.add(String.format(Locale.ROOT, "| %s | %s | %s | %s |", what, measured, ratio, bar));
        System.err.println(rows.getLast());
    }
}
