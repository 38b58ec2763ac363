// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huifang.api.archive.ArchiveUnavailable;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.LearnerArchive;

/** Hands facts to the archive. */
final class Delivering {
    /** Facts of one delivery: few enough to be committed while a caller waits. */
    static final int PART = 100;
    private static final int ATTEMPTS = 4;

    private Delivering() {
    }

    /**
     * All at once, so that they share commits and writers.
     *
     * @throws RuntimeException of the first that could not be delivered, after all have ended
     */
    static void surely(LearnerArchive archive, List<Delivery> deliveries) {
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> waiting = deliveries.stream()
                    .<Future<?>>map(delivery -> each.submit(() -> surely(archive, delivery))).toList();
            for (Future<?> one : waiting) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException expected ? expected : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a list was delivered", e);
        }
    }

    /** A commit that came too late for its caller is found as a duplicate at the next attempt. */
    static void surely(LearnerArchive archive, Delivery delivery) {
        for (int attempt = 1;; attempt++) {
            try {
                archive.record(delivery);
                return;
            } catch (ArchiveUnavailable e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
