// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence;

import java.util.function.Function;
import org.hibernate.Session;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The open store of one context. Safe for many threads. Each call is one transaction on one connection that sees the
 * rows of its tenant only, whatever the SQL says; calls do not nest, for a second one takes a second connection and
 * sees nothing of the first. SQL names its schema ({@code archive.learner}): there is no search path.
 *
 * <p>
 * Every call throws {@link org.huifang.api.store.StoreUnavailable} when no connection is to be had within two seconds,
 * the connection is lost or the unit is closed, and {@link SqlFailed} for any other refusal of the database. What the
 * work throws passes unchanged.
 */
@ProviderType
public interface Unit extends AutoCloseable {
    /** Reads in one read-only transaction; entities are detached afterwards. */
    <R extends @Nullable Object> R read(TenantId tenant, Function<Session, R> work);

    /** Runs in one transaction that commits on return and rolls back on throw. */
    <R extends @Nullable Object> R write(TenantId tenant, Function<Session, R> work);

    /** As {@link #read}, over the rows of all tenants: for background work only. */
    <R extends @Nullable Object> R readAll(Function<Session, R> work);

    /** As {@link #write}, over the rows of all tenants: for background work and writers that gather several tenants. */
    <R extends @Nullable Object> R writeAll(Function<Session, R> work);

    /** As {@link #write}, in plain JDBC without the cost of a session: for hot paths. */
    <R extends @Nullable Object> R sql(TenantId tenant, SqlWork<R> work);

    /** As {@link #sql}, over the rows of all tenants: for background work and writers that gather several tenants. */
    <R extends @Nullable Object> R sqlAll(SqlWork<R> work);

    /** As {@link #sql}, with the statements of {@link Sql}. */
    default <R extends @Nullable Object> R of(TenantId tenant, Statements<R> work) {
        return sql(tenant, connection -> work.run(new Sql(connection)));
    }

    /** As {@link #of}, over the rows of all tenants: for background work and writers that gather several tenants. */
    default <R extends @Nullable Object> R ofAll(Statements<R> work) {
        return sqlAll(connection -> work.run(new Sql(connection)));
    }

    /** Lets running transactions end, for a few seconds, and releases everything; idempotent. */
    @Override
    void close();
}
