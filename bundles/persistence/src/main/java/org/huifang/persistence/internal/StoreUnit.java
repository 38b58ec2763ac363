// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import java.util.function.Function;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.Transaction;
import org.huifang.api.TenantId;
import org.huifang.persistence.SqlWork;
import org.huifang.persistence.Unit;
import org.jspecify.annotations.Nullable;

/** A unit over one session factory. */
public final class StoreUnit implements Unit {
    private final Transactions transactions;
    private final LazySessions sessions;
    private final Gate gate = new Gate();

    StoreUnit(Transactions transactions, LazySessions sessions) {
        this.transactions = transactions;
        this.sessions = sessions;
    }

    @Override
    public <R extends @Nullable Object> R read(TenantId tenant, Function<Session, R> work) {
        return reading(tenant.value(), work);
    }

    @Override
    public <R extends @Nullable Object> R write(TenantId tenant, Function<Session, R> work) {
        return writing(tenant.value(), work);
    }

    @Override
    public <R extends @Nullable Object> R readAll(Function<Session, R> work) {
        return reading(Transactions.ALL_TENANTS, work);
    }

    @Override
    public <R extends @Nullable Object> R writeAll(Function<Session, R> work) {
        return writing(Transactions.ALL_TENANTS, work);
    }

    @Override
    public <R extends @Nullable Object> R sql(TenantId tenant, SqlWork<R> work) {
        return gate.pass(() -> transactions.run(tenant.value(), false, work));
    }

    @Override
    public <R extends @Nullable Object> R sqlAll(SqlWork<R> work) {
        return gate.pass(() -> transactions.run(Transactions.ALL_TENANTS, false, work));
    }

    private <R extends @Nullable Object> R reading(String tenant, Function<Session, R> work) {
        return inSession(tenant, true, session -> {
            session.setDefaultReadOnly(true);
            session.setHibernateFlushMode(FlushMode.MANUAL);
            return work.apply(session);
        });
    }

    private <R extends @Nullable Object> R writing(String tenant, Function<Session, R> work) {
        return inSession(tenant, false, work);
    }

    private <R extends @Nullable Object> R inSession(String tenant, boolean readOnly, Function<Session, R> work) {
        return gate.pass(() -> transactions.run(tenant, readOnly, connection -> {
            try (Session session = sessions.get().withOptions().connection(connection).tenantIdentifier((Object) tenant)
                    .openSession()) {
                Transaction transaction = session.beginTransaction();
                try {
                    R result = work.apply(session);
                    transaction.commit();
                    return result;
                } catch (Throwable failure) {
                    if (transaction.isActive()) {
                        transaction.rollback();
                    }
                    throw failure;
                }
            }
        }));
    }

    /**
     * Compares entities with tables, which costs a second and is the start of every session.
     *
     * @throws IllegalStateException when they differ
     */
    public void compare() {
        gate.pass(sessions::get);
    }

    boolean isClosed() {
        return gate.isShut();
    }

    @Override
    public void close() {
        if (gate.shut()) {
            sessions.close();
        }
    }
}
