// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.huifang.api.archive.ArchiveUnavailable;

/**
 * Lets many callers share a commit: each waits until a writer has committed the batch that its item is in.
 *
 * <p>A batch is what has queued up while the writers were busy, so nobody waits for a batch to fill.
 */
final class GroupCommit<T, R> implements AutoCloseable {
    /** An item whose caller waits; completed after the commit. */
    record Waiting<T, R>(T item, CompletableFuture<R> result) {}

    private static final int MOST_WAITING = 20_000;

    private final BlockingQueue<Waiting<T, R>> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final int most;
    private final Duration patience;
    private final Consumer<List<Waiting<T, R>>> commit;
    private final List<Thread> writers;
    private volatile boolean closed;

    /**
     * @param most items in a batch
     * @param patience how long a caller waits at most
     * @param commit completes every item it is given; an item it leaves is completed with what it throws
     */
    GroupCommit(int writers, int most, Duration patience, Consumer<List<Waiting<T, R>>> commit) {
        this.most = most;
        this.patience = patience;
        this.commit = commit;
        this.writers = IntStream.rangeClosed(1, writers)
                .mapToObj(n -> Thread.ofPlatform().daemon().name("archive-writer-" + n).unstarted(this::write))
                .toList();
        this.writers.forEach(Thread::start);
    }

    /** Returns after the commit. */
    R submit(T item) {
        var waiting = new Waiting<T, R>(item, new CompletableFuture<>());
        if (closed || !queue.offer(waiting)) {
            throw new ArchiveUnavailable(closed ? "the archive is being stopped" : "too many wait already",
                    new IllegalStateException());
        }
        try {
            return waiting.result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException expected ? expected : new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw abandon(waiting, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw abandon(waiting, e);
        }
    }

    private static ArchiveUnavailable abandon(Waiting<?, ?> waiting, Exception why) {
        waiting.result.cancel(false);
        return new ArchiveUnavailable("no commit in time", why);
    }

    private void write() {
        var batch = new ArrayList<Waiting<T, R>>(most);
        try {
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, most - 1);
                batch.removeIf(waiting -> waiting.result.isDone());
                if (!batch.isEmpty()) {
                    commit(batch);
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
        } catch (RuntimeException e) {
            batch.forEach(waiting -> waiting.result.completeExceptionally(e));
        }
    }

    /** Takes no more, and fails who still waits for a batch; batches that have begun are completed. */
    @Override
    public void close() {
        closed = true;
        var left = new ArrayList<Waiting<T, R>>();
        queue.drainTo(left);
        left.forEach(waiting -> waiting.result.completeExceptionally(
                new ArchiveUnavailable("the archive is being stopped", new IllegalStateException())));
        writers.forEach(Thread::interrupt);
        try {
            for (Thread writer : writers) {
                writer.join(patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
