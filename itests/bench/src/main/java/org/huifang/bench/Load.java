// SPDX-License-Identifier: Apache-2.0
package org.huifang.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Runs the same work in several threads for a while and counts. */
final class Load {
    /** What one worker repeats. */
    interface Work extends AutoCloseable {
        void once() throws Exception;

        @Override
        default void close() throws Exception {
        }
    }

    /** Makes the work of one worker. */
    interface Worker {
        Work open(int number) throws Exception;
    }

    /**
     * @param perSecond finished in the measured time, a second
     * @param p50 median latency, ms
     * @param p99 99th percentile of latency, ms
     */
    record Rate(double perSecond, double p50, double p99) {}

    private Load() {
    }

    /** Warms up, then measures; any failure of any worker fails the whole. */
    static Rate measure(int workers, Duration warmUp, Duration measured, Worker worker) throws Exception {
        var counting = new AtomicBoolean();
        var stop = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(workers)) {
            var latencies = new ArrayList<Future<long[]>>();
            IntStream.range(0, workers)
                    .forEach(n -> latencies.add(threads.submit(() -> run(worker, n, counting, stop))));
            pause(warmUp);
            counting.set(true);
            var from = System.nanoTime();
            pause(measured);
            stop.set(true);
            var seconds = (System.nanoTime() - from) / 1e9;
            var all = latencies.stream().flatMapToLong(Load::result).sorted().toArray();
            return new Rate(all.length / seconds, ms(all, 0.5), ms(all, 0.99));
        }
    }

    private static long[] run(Worker worker, int n, AtomicBoolean counting, AtomicBoolean stop) throws Exception {
        var nanos = new long[1024];
        var count = 0;
        try (var work = worker.open(n)) {
            while (!stop.get()) {
                var from = System.nanoTime();
                work.once();
                if (counting.get() && !stop.get()) {
                    nanos = count == nanos.length ? Arrays.copyOf(nanos, count * 2) : nanos;
                    nanos[count++] = System.nanoTime() - from;
                }
            }
        }
        return Arrays.copyOf(nanos, count);
    }

    private static LongStream result(Future<long[]> worker) {
        try {
            return Arrays.stream(worker.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed", e.getCause());
        }
    }

    private static double ms(long[] sorted, double quantile) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1) * quantile)] / 1e6;
    }

    /** The length of a measurement, not a wait for something. */
    static void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }
}
