// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** Statements of one transaction, which they neither commit nor roll back. */
@ConsumerType
@FunctionalInterface
public interface Statements<R extends @Nullable Object> {
    R run(Sql sql) throws SQLException;
}
