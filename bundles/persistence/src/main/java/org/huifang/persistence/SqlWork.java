// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** Work in plain JDBC within one transaction, which it neither commits nor rolls back. */
@ConsumerType
@FunctionalInterface
public interface SqlWork<R extends @Nullable Object> {
    R run(Connection connection) throws SQLException;
}
