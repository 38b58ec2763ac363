// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Things that many people do at the same time. */
final class AtOnce {
    /** As many as a pool of connections serves without a queue that is too long. */
    private static final int MOST = 16;

    private AtOnce() {
    }

    /** Ends when all have ended; fails as the first that failed. */
    static <T> void each(Collection<T> all, Consumer<T> work) {
        var places = new Semaphore(MOST);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = all.stream().<Future<?>>map(one -> {
                places.acquireUninterruptibly();
                return threads.submit(() -> {
                    try {
                        work.accept(one);
                    } finally {
                        places.release();
                    }
                });
            }).toList();
            for (Future<?> one : running) {
                one.get();
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
