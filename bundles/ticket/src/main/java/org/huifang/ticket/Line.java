// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.ticket.ThreadEntry;
import org.huifang.persistence.Sql;

/** A line about to enter a ticket's thread. */
record Line(ThreadEntry.Kind kind, String said, String how, String author, Instant at) {
    /** How a note says that no question comes to the raiser, so that they must be asked by phone. */
    static final String UNREACHED = "unreached";

    static void add(Sql sql, TenantId tenant, UUID ticket, List<Line> lines) throws SQLException {
        for (Line line : lines) {
            sql.update("insert into ticket.entry (tenant, ticket, kind, said, how, author, at)"
                    + " values (?, ?, ?, ?, ?, ?, ?)", tenant.value(), ticket, line.kind.name(), line.said, line.how,
                    line.author, line.at);
        }
    }

    static List<ThreadEntry> thread(Sql sql, UUID ticket) throws SQLException {
        return sql.list("select * from ticket.entry where ticket = ? order by nth",
                row -> new ThreadEntry(row.getLong("nth"), ThreadEntry.Kind.valueOf(row.getString("kind")),
                        row.getString("said"), row.getString("how"), row.getString("author"), Sql.instant(row, "at")),
                ticket);
    }
}
