// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.exception.JDBCConnectionException;
import org.huifang.api.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;

/** A session factory built at first use: a context without entities may never need one, and it costs a second. */
final class LazySessions implements AutoCloseable {
    private final String schema;
    private final Supplier<SessionFactory> builder;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable SessionFactory built;
    private boolean closed;

    LazySessions(String schema, Supplier<SessionFactory> builder) {
        this.schema = schema;
        this.builder = builder;
    }

    /** @throws IllegalStateException when entities and tables differ */
    SessionFactory get() {
        SessionFactory sessions = built;
        if (sessions != null) {
            return sessions;
        }
        lock.lock();
        try {
            SessionFactory mine = built;
            if (closed) {
                throw new StoreUnavailable("The store " + schema + " is closed.", new IllegalStateException());
            }
            if (mine == null) {
                mine = builder.get();
                built = mine;
            }
            return mine;
        } catch (JDBCConnectionException e) {
            throw new StoreUnavailable("The database went away while " + schema + " was opened.", e);
        } catch (HibernateException e) {
            throw new IllegalStateException("Entities and tables of " + schema + " differ: " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            SessionFactory sessions = built;
            if (sessions != null) {
                sessions.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
