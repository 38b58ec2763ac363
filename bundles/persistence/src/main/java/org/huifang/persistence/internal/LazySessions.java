// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** A session factory built at first use: a context without entities may never need one, and it costs half a second. */
final class LazySessions implements AutoCloseable {
    private final Supplier<SessionFactory> builder;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable SessionFactory built;

    LazySessions(Supplier<SessionFactory> builder) {
        this.builder = builder;
    }

    SessionFactory get() {
        SessionFactory sessions = built;
        if (sessions != null) {
            return sessions;
        }
        lock.lock();
        try {
            SessionFactory mine = built;
            if (mine == null) {
                mine = builder.get();
                built = mine;
            }
            return mine;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        SessionFactory sessions = built;
        if (sessions != null) {
            sessions.close();
        }
    }
}
