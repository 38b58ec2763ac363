// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Opens the store of one bounded context: its schema, its changelog, its sessions. A service that is there once the
 * database answers; it goes and comes back when Huifang is pointed at another database.
 */
@ProviderType
public interface Persistence {
    /**
     * Creates the schema if it is absent, brings it up to the changelog, has Hibernate compare the entities with it, and
     * makes sure that each of its tables keeps tenants apart. Two nodes may open the same schema at the same time: one
     * migrates, the other waits. Opening again costs a few milliseconds when the changelog files are as they were.
     *
     * <p>
     * Every table of the schema has {@code tenant text not null} and, in the changelog right after its creation,
     * {@code select huifang.keep_tenants_apart('archive.learner')}. Rows that belong to no tenant (a cursor, a lease)
     * carry {@code '*'}. A table that is only read joined with such a one, by a foreign key, may say
     * {@code keep_tenants_apart_when_joined} instead, for the sake of an index on words or trigrams.
     *
     * @param schema a lower case name of its own, as {@code archive}
     * @param changelog a Liquibase changelog in the caller's bundle, as {@code db/archive.sql}; it lists what it
     *            includes, for folders are not searched
     * @param entities the annotated classes, all of one bundle, which imports {@code org.hibernate.proxy} and
     *            {@code org.hibernate.bytecode.spi} because proxies are defined in its class loader
     * @return to be closed by the caller on deactivation
     * @throws IllegalStateException when the migration fails, entities and tables differ, or a table does not keep
     *             tenants apart; the message says which. The caller lets it pass, so that its component stays unsatisfied
     * @throws org.huifang.api.store.StoreUnavailable when the database does not answer within half a minute
     */
    Unit open(String schema, String changelog, Class<?>... entities);
}
