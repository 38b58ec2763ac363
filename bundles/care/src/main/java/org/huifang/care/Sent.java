// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;

/** A greeting that went out. */
record Sent(TenantId tenant, UUID id, UUID person, String occasion, String channel, Instant at) {
    static Sent read(ResultSet row) throws SQLException {
        return new Sent(new TenantId(row.getString("tenant")), Sql.id(row, "id"), Sql.id(row, "person"),
                row.getString("occasion").toLowerCase(Locale.ROOT), row.getString("channel"), Sql.instant(row, "sent"));
    }
}
