// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.huifang.api.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;

/** A service that may be away for a moment, while its bundle is updated: requests wait for it rather than fail. */
public final class Awaited<S> {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private volatile @Nullable S service;

    public void bind(S arriving) {
        lock.lock();
        try {
            service = arriving;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A newer one stays. */
    public void unbind(S leaving) {
        lock.lock();
        try {
            if (service == leaving) {
                service = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits five seconds at most. */
    public Optional<S> get() {
        S here = service;
        return here != null ? Optional.of(here) : await();
    }

    /**
     * Waits likewise.
     *
     * @throws StoreUnavailable when it is away longer than that
     */
    public S there() {
        return get().orElseThrow(() -> new StoreUnavailable("a part of Huifang is being updated"));
    }

    private Optional<S> await() {
        lock.lock();
        try {
            long left = GRACE.toNanos();
            while (service == null && left > 0) {
                left = arrived.awaitNanos(left);
            }
            return Optional.ofNullable(service);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}
