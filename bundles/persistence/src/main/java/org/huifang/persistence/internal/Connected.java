// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * A database that has answered once, with Huifang's own bookkeeping up to date.
 *
 * @param schedulingPool opens one for the scheduler, which need not be durable and must not wait for the others
 */
public record Connected(DataSource pool, Opening opening, Supplier<HikariDataSource> schedulingPool) {
    /** To be closed by the caller. */
    public HikariDataSource scheduling() {
        return schedulingPool.get();
    }
}
