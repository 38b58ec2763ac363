// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.store;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A PostgreSQL database that accepts connections, registered as a service by whoever runs or knows one: the managed
 * database, or the configuration of an external one. The values of one service never change; a database that moves is
 * another service. While there is none, nothing that stores data is available.
 */
@ConsumerType
public interface DatabaseAddress {
    /** As {@code jdbc:postgresql://host:5432/huifang}. */
    String url();

    /** A role that owns the database and is neither superuser nor allowed to bypass row-level security. */
    String user();

    /** Never logged. */
    String password();
}
