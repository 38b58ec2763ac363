// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Tail;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Reads the timeline: of one learner, or after a cursor. */
final class Timeline {
    private static final String COLUMNS = """
        select xact::text as xact, id, tenant, learner, course, kind, fact::text as fact, source, at, recorded
        from archive.timeline""";

    /**
     * Every transaction below the snapshot's xmin has ended, so nothing can appear there any more. Of what is not wanted only
     * the last is sent, for the cursor.
     */
    private static final String TAIL = """
        select xact::text as xact, id, tenant, learner, course, kind,
            case when kind = any (?) then fact::text end as fact, source, at, recorded, seen
        from (select t.*, row_number() over (order by xact, id) as nth, count(*) over () as seen
            from (select * from archive.timeline
                where (xact, id) > (?::xid8, ?::bigint) and xact < pg_snapshot_xmin(pg_current_snapshot())
                order by xact, id limit ?) t) t
        where kind = any (?) or nth = seen order by nth""";

    private static final String UNTIL = COLUMNS
            + " where tenant = ? and learner = any (?::uuid[]) and recorded <= ? order by recorded, id";
    private static final String OF_LEARNER = COLUMNS + " where tenant = ? and learner = any (?::uuid[])";

    /** @param entry null when it is of a kind that is not wanted */
    private record Positioned(String xact, long id, @Nullable TimelineEntry entry, long seen) {
        static Positioned read(ResultSet row) throws SQLException {
            return new Positioned(row.getString("xact"), row.getLong("id"),
                    row.getString("fact") == null ? null : Timeline.entry(row), row.getLong("seen"));
        }

        String cursor() {
            return xact + ":" + id;
        }
    }

    /** A line of a learner's timeline: the time it happened in microseconds, and its id. */
    private static final class Place {
        static String text(TimelineEntry entry) {
            return ChronoUnit.MICROS.between(Instant.EPOCH, Text.storable(entry.fact().at())) + "." + entry.id();
        }

        static List<Object> parse(String text) {
            if (!text.matches("-?\\d{1,18}\\.\\d{1,18}")) {
                throw new IllegalArgumentException("not a cursor of this list");
            }
            int dot = text.indexOf('.');
            return List.of(Instant.EPOCH.plus(Long.parseLong(text.substring(0, dot)), ChronoUnit.MICROS),
                    Long.valueOf(text.substring(dot + 1)));
        }
    }

    private Timeline() {
    }

    static Tail tail(Sql sql, String cursor, int limit, String[] kinds) throws SQLException {
        if (!cursor.matches("|\\d{1,20}:\\d{1,19}")) {
            throw new IllegalArgumentException("not a cursor of the timeline");
        }
        String[] place = (cursor.isEmpty() ? "0:0" : cursor).split(":");
        List<Positioned> rows = sql.list(TAIL, Positioned::read, kinds, place[0], place[1], limit, kinds);
        return new Tail(rows.stream().map(Positioned::entry).filter(Objects::nonNull).toList(),
                rows.isEmpty() ? cursor : rows.getLast().cursor(),
                !rows.isEmpty() && rows.getLast().seen() == limit);
    }

    /** @param kinds by their stored names, or null for all */
    static Page<TimelineEntry> of(Sql sql, TenantId tenant, List<UUID> parts, String @Nullable [] kinds,
            @Nullable String after, int limit) throws SQLException {
        var text = new StringBuilder(OF_LEARNER);
        var parameters = new ArrayList<Object>(List.of(tenant.value(), parts.toArray(UUID[]::new)));
        if (kinds != null) {
            text.append(" and kind = any (?)");
            parameters.add(kinds);
        }
        if (after != null) {
            text.append(" and (at, id) < (?, ?)");
            parameters.addAll(Place.parse(after));
        }
        parameters.add(Pages.checked(limit) + 1);
        List<TimelineEntry> rows = sql.list(text + " order by at desc, id desc limit ?", Timeline::entry,
                parameters.toArray());
        return Pages.of(rows, limit, Place::text);
    }

    /** What was recorded of these files by a time, in the order of recording. */
    static List<TimelineEntry> until(Sql sql, TenantId tenant, List<UUID> parts, Instant at) throws SQLException {
        return sql.list(UNTIL, Timeline::entry, tenant.value(), parts.toArray(UUID[]::new), at);
    }

    private static TimelineEntry entry(ResultSet row) throws SQLException {
        return new TimelineEntry(new TenantId(row.getString("tenant")), row.getLong("id"),
                row.getObject("learner", UUID.class), row.getObject("course", UUID.class),
                FactJson.read(row.getString("kind"), row.getString("fact")), row.getString("source"),
                Sql.instant(row, "recorded"));
    }
}
