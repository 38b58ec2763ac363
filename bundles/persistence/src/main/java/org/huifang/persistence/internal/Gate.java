// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import java.lang.System.Logger.Level;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.huifang.api.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;

/** Lets calls through until it is shut, and shuts once those inside have left or five seconds are over. */
final class Gate {
    private static final System.Logger LOG = System.getLogger(Gate.class.getName());
    private static final int ROOM = Integer.MAX_VALUE;
    private final Semaphore inside = new Semaphore(ROOM);
    private final AtomicBoolean shut = new AtomicBoolean();

    <R extends @Nullable Object> R pass(Supplier<R> call) {
        if (shut.get() || !inside.tryAcquire()) {
            throw new StoreUnavailable("This part of Huifang is being updated.");
        }
        try {
            return call.get();
        } finally {
            inside.release();
        }
    }

    boolean isShut() {
        return shut.get();
    }

    /** True for the first caller. */
    boolean shut() {
        if (!shut.compareAndSet(false, true)) {
            return false;
        }
        try {
            boolean empty = inside.tryAcquire(ROOM, 5, TimeUnit.SECONDS);
            LOG.log(empty ? Level.TRACE : Level.WARNING, "everybody left in time: {0}", empty);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
