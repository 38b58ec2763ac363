// SPDX-License-Identifier: Apache-2.0
/**
 * Runs Huifang's own PostgreSQL in the data folder when no other database is configured. Start at
 * {@link org.huifang.postgres.ManagedPostgres}.
 */
@NullMarked
package org.huifang.postgres;

import org.jspecify.annotations.NullMarked;
