// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Tail;
import org.huifang.api.archive.TimelineEntry;
import org.jspecify.annotations.Nullable;

/** Reads the timeline: of one learner, or after a cursor. */
final class Timeline {
    private static final String COLUMNS = """
        select xact::text as xact, id, tenant, learner, course, kind, fact::text as fact, source, at, recorded
        from archive.timeline""";

    /** Every transaction below the snapshot's xmin has ended, so nothing can appear there any more. */
    private static final String TAIL = COLUMNS + """
         where (xact, id) > (?::xid8, ?::bigint) and xact < pg_snapshot_xmin(pg_current_snapshot())
        order by xact, id limit ?""";

    private static final String OF_LEARNER = COLUMNS + " where tenant = ? and learner = ?";

    private record Positioned(String xact, TimelineEntry entry) {
        String cursor() {
            return xact + ":" + entry.id();
        }
    }

    private Timeline() {
    }

    static Tail tail(Sql sql, String cursor, int limit) throws SQLException {
        if (!cursor.matches("|\\d{1,20}:\\d{1,19}")) {
            throw new IllegalArgumentException("not a cursor of the timeline");
        }
        String[] place = (cursor.isEmpty() ? "0:0" : cursor).split(":");
        List<Positioned> rows = sql.list(TAIL,
                row -> new Positioned(row.getString("xact"), entry(row)), place[0], place[1], limit);
        return new Tail(rows.stream().map(Positioned::entry).toList(),
                rows.isEmpty() ? cursor : rows.getLast().cursor());
    }

    static Page<TimelineEntry> of(Sql sql, TenantId tenant, UUID learner, @Nullable String after, int limit)
            throws SQLException {
        var text = new StringBuilder(OF_LEARNER);
        var parameters = new ArrayList<Object>(List.of(tenant.value(), learner));
        Cursor cursor = Cursor.parse(after);
        if (cursor != null) {
            text.append(" and (at, id) < (?, ?)");
            parameters.addAll(List.of(Instant.parse(cursor.position()), Long.valueOf(cursor.id())));
        }
        parameters.add(Cursor.checked(limit) + 1);
        List<TimelineEntry> rows = sql.list(text + " order by at desc, id desc limit ?", Timeline::entry,
                parameters.toArray());
        return Cursor.page(rows, limit,
                row -> new Cursor(Text.storable(row.fact().at()).toString(), Long.toString(row.id())));
    }

    private static TimelineEntry entry(ResultSet row) throws SQLException {
        return new TimelineEntry(new TenantId(row.getString("tenant")), row.getLong("id"),
                row.getObject("learner", UUID.class), Sql.id(row, "course"),
                FactJson.read(row.getString("kind"), row.getString("fact")), row.getString("source"),
                Sql.instant(row, "recorded"));
    }
}
