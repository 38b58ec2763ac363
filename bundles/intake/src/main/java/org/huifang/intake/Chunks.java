// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.intake.RowFinding;
import org.huifang.api.intake.RowKind;
import org.huifang.api.intake.RowReason;
import org.huifang.persistence.Sql;

/** How far a phase of a run has come, and what was found on the way; each with one statement for some hundred rows. */
final class Chunks {
    static final int SAMPLES = 50;
    static final int ERRORS = 100_000;
    private static final String ADD = """
        insert into intake.chunk values (?, ?, ?, ?, false, ?, ?, ?, ?, ?, ?) on conflict do nothing""";
    private static final String FIND = """
        insert into intake.finding (tenant, run, phase, kind, line, name, field, value, reason, detail)
        select ?, ?, ?, ?, * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])""";

    private Chunks() {
    }

    /** The number of the chunk that comes next. */
    static int next(Connection connection, UUID run, String phase) throws SQLException {
        return new Sql(connection).list("""
            select coalesce(max(number) + 1, 0) from intake.chunk where run = ? and phase = ? and done""",
                row -> row.getInt(1), run, phase).getFirst();
    }

    /** The line on which each of these persons came first, if that was an earlier one; remembers who is new. */
    static Map<Long, Long> earlier(Connection connection, TenantId tenant, UUID run, List<Row> rows)
            throws SQLException {
        List<String> digests = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        for (Row row : rows) {
            for (String mark : row.errors().isEmpty() ? row.marks(run) : List.<String>of()) {
                digests.add(mark);
                lines.add(row.line());
            }
        }
        String[] marks = digests.toArray(String[]::new);
        new Sql(connection).update("""
            insert into intake.mark select ?, ?, * from unnest(?::text[], ?::bigint[]) on conflict do nothing""",
                tenant.value(), run, marks, lines.toArray(Long[]::new));
        Map<String, Long> first = new HashMap<>();
        new Sql(connection).list("select digest, line from intake.mark where run = ? and digest = any (?)",
                row -> first.put(row.getString(1), row.getLong(2)), run, marks);
        Map<Long, Long> earlier = new HashMap<>();
        for (int i = 0; i < marks.length; i++) {
            long line = first.getOrDefault(marks[i], lines.get(i));
            if (line < lines.get(i)) {
                earlier.merge(lines.get(i), line, Math::min);
            }
        }
        return earlier;
    }

    /** Before the archive is told; again after a run was cut off, it changes nothing. */
    static void plan(Connection connection, TenantId tenant, UUID run, String phase, int number, Planned planned)
            throws SQLException {
        int added = new Sql(connection).update(ADD, tenant.value(), run, phase, number, planned.count(RowKind.CREATE),
                planned.count(RowKind.UPDATE), planned.count(RowKind.CONFLICT), planned.count(RowKind.UNCHANGED),
                planned.count(RowKind.SKIPPED), planned.count(RowKind.ERROR));
        if (added == 0) {
            return;
        }
        for (RowKind kind : RowKind.values()) {
            find(connection, tenant, run, phase, kind,
                    planned.findings().stream().filter(finding -> finding.kind() == kind).toList());
        }
        if (phase.equals("RUNNING")) {
            List<PersonKey> people = planned.people();
            new Sql(connection).update("""
                insert into intake.person (tenant, run, source, subject)
                select ?, ?, * from unnest(?::text[], ?::text[])""", tenant.value(), run,
                    people.stream().map(PersonKey::source).toArray(String[]::new),
                    people.stream().map(PersonKey::subject).toArray(String[]::new));
        }
    }

    private static void find(Connection connection, TenantId tenant, UUID run, String phase, RowKind kind,
            List<RowFinding> found) throws SQLException {
        if (found.isEmpty()) {
            return;
        }
        int most = kind == RowKind.ERROR ? ERRORS : SAMPLES;
        int there = new Sql(connection)
                .list("""
            select count(*) from (select 1 from intake.finding where run = ? and phase = ? and kind = ? limit ?) as f""",
                        row -> row.getInt(1), run, phase, kind.name(), most)
                .getFirst();
        List<RowFinding> kept = found.subList(0, Math.min(found.size(), most - there));
        new Sql(connection).update(FIND, tenant.value(), run, phase, kind.name(),
                kept.stream().map(RowFinding::line).toArray(Long[]::new),
                kept.stream().map(RowFinding::name).toArray(String[]::new),
                kept.stream().map(RowFinding::column).toArray(String[]::new),
                kept.stream().map(RowFinding::value).toArray(String[]::new),
                kept.stream().map(finding -> finding.reason().name()).toArray(String[]::new),
                kept.stream().map(RowFinding::detail).toArray(String[]::new));
    }

    static void done(Connection connection, UUID run, String phase, int number) throws SQLException {
        new Sql(connection).update("update intake.chunk set done = true where run = ? and phase = ? and number = ?",
                run,
                phase, number);
    }

    /** What an earlier check left. */
    static void clear(Connection connection, UUID run) throws SQLException {
        for (String table : List.of("chunk", "finding", "mark")) {
            new Sql(connection).update("delete from intake." + table + " where run = ?", run);
        }
    }

    record Found(long number, RowFinding finding) {}

    static List<Found> findings(Connection connection, UUID run, RowKind kind, long after, int limit)
            throws SQLException {
        return new Sql(connection).list("""
            select * from intake.finding where run = ? and kind = ? and number > ? and phase = (select max(phase)
              from intake.chunk where run = ?) order by number limit ?""",
                row -> new Found(row.getLong("number"), new RowFinding(row.getLong("line"), kind, row.getString("name"),
                        row.getString("field"), row.getString("value"), RowReason.valueOf(row.getString("reason")),
                        row.getString("detail"))),
                run, kind.name(), after, run, limit);
    }
}
