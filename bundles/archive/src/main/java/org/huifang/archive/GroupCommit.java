// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.huifang.api.archive.ArchiveUnavailable;

/**
 * Lets many callers share a commit: each waits until a writer has committed the batch that its item is in.
 *
 * <p>A batch is what has queued up while its writer was busy, so nobody waits for a batch to fill. Each writer has a lane of
 * its own, and what concerns the same person goes the same way, so that writers do not wait for each other's rows.
 */
final class GroupCommit<T, R> implements AutoCloseable {
    /** An item whose caller waits; completed after the commit. */
    record Waiting<T, R>(T item, CompletableFuture<R> result, long until) {
        void giveUpAt(long now) {
            if (now - until > 0) {
                result.completeExceptionally(new ArchiveUnavailable("no commit in time", new TimeoutException()));
            }
        }
    }

    private static final int MOST_WAITING = 20_000;

    private final List<BlockingQueue<Waiting<T, R>>> lanes;
    private final ToIntFunction<T> lane;
    private final int most;
    private final Duration patience;
    private final Consumer<List<Waiting<T, R>>> commit;
    private final List<Thread> writers;
    private final Thread patient;
    private final AtomicReferenceArray<List<Waiting<T, R>>> inHand;
    private volatile boolean closed;

    /**
     * @param lane the same for items that would wait for each other
     * @param most items in a batch
     * @param patience how long a caller waits at most
     * @param commit completes every item it is given; an item it leaves is completed with what it throws
     */
    GroupCommit(int writers, ToIntFunction<T> lane, int most, Duration patience,
            Consumer<List<Waiting<T, R>>> commit) {
        this.lanes = IntStream.range(0, writers)
                .<BlockingQueue<Waiting<T, R>>>mapToObj(n -> new LinkedBlockingQueue<>(MOST_WAITING)).toList();
        this.lane = lane;
        this.most = most;
        this.patience = patience;
        this.commit = commit;
        this.inHand = new AtomicReferenceArray<>(writers);
        this.writers = IntStream.range(0, writers).mapToObj(n -> thread("archive-writer-" + n, () -> write(n)))
                .toList();
        this.patient = thread("archive-patience", this::watch);
        this.writers.forEach(Thread::start);
        patient.start();
    }

    private static Thread thread(String name, Runnable work) {
        return Thread.ofPlatform().daemon().name(name).unstarted(work);
    }

    /** Returns after the commit. */
    R submit(T item) {
        var waiting = new Waiting<T, R>(item, new CompletableFuture<>(), System.nanoTime() + patience.toNanos());
        BlockingQueue<Waiting<T, R>> queue = lanes.get(Math.floorMod(lane.applyAsInt(item), lanes.size()));
        if (closed || !queue.offer(waiting)) {
            throw new ArchiveUnavailable(closed ? "the archive is being stopped" : "too many wait already",
                    new IllegalStateException());
        }
        // Whoever came in just after the queue was emptied for good would wait for nobody.
        if (closed && queue.remove(waiting)) {
            throw new ArchiveUnavailable("the archive is being stopped", new IllegalStateException());
        }
        try {
            return waiting.result.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException expected ? expected : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            waiting.result.cancel(false);
            throw new ArchiveUnavailable("interrupted before the commit", e);
        }
    }

    /** One clock for all: a timer for each caller would cost more than the rest of its waiting. */
    private void watch() {
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(patience.dividedBy(20).toNanos());
                long now = System.nanoTime();
                lanes.forEach(queue -> queue.forEach(waiting -> waiting.giveUpAt(now)));
                for (int n = 0; n < inHand.length(); n++) {
                    Objects.requireNonNullElse(inHand.get(n), List.<Waiting<T, R>>of())
                            .forEach(waiting -> waiting.giveUpAt(now));
                }
            }
        } catch (InterruptedException stop) {
            // by close(), once nobody waits any more
        }
    }

    private void write(int n) {
        var batch = new ArrayList<Waiting<T, R>>(most);
        BlockingQueue<Waiting<T, R>> queue = lanes.get(n);
        try {
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, most - 1);
                batch.removeIf(waiting -> waiting.result.isDone());
                if (!batch.isEmpty()) {
                    inHand.set(n, List.copyOf(batch));
                    commit(batch);
                    inHand.set(n, List.of());
                    batch.clear();
                }
            }
        } catch (InterruptedException stop) {
            // close() has waited for the last batch
        }
    }

    private void commit(List<Waiting<T, R>> batch) {
        try {
            commit.accept(batch);
        } catch (RuntimeException | Error e) {
            // an error must not end the writer: nobody would be answered any more
            batch.forEach(waiting -> waiting.result.completeExceptionally(e));
        }
    }

    /** Takes no more, and fails who still waits for a batch; batches that have begun are completed. */
    @Override
    public void close() {
        closed = true;
        var left = new ArrayList<Waiting<T, R>>();
        lanes.forEach(queue -> queue.drainTo(left));
        left.forEach(waiting -> waiting.result.completeExceptionally(
                new ArchiveUnavailable("the archive is being stopped", new IllegalStateException())));
        writers.forEach(Thread::interrupt);
        try {
            for (Thread writer : writers) {
                writer.join(patience);
            }
            // by now it has failed whatever a writer still holds
            patient.interrupt();
            patient.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
