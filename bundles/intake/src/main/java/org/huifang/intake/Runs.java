// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.intake.FileReading;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.Format;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.ImportState;
import org.huifang.api.intake.RowKind;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Imports as they stand in the database. */
final class Runs {
    /** What is being taken counts as taken: whether the archive has it is not known until it is asked again. */
    private static final String SELECT = """
        select r.*, f.name, f.bytes, f.format, f.kept, c.*, (select o.id from intake.run o join intake.file g
          on g.id = o.file where g.tenant = f.tenant and g.digest = f.digest and o.uploaded < r.uploaded
            and o.state = 'DONE' order by o.uploaded desc limit 1) as former
        from intake.run r join intake.file f on f.id = r.file left join lateral (
          select sum(creates) filter (where phase = 'CHECKING') as checked_create,
            sum(updates) filter (where phase = 'CHECKING') as checked_update,
            sum(conflicts) filter (where phase = 'CHECKING') as checked_conflict,
            sum(unchanged) filter (where phase = 'CHECKING') as checked_unchanged,
            sum(skipped) filter (where phase = 'CHECKING') as checked_skipped,
            sum(errors) filter (where phase = 'CHECKING') as checked_error,
            sum(creates) filter (where phase = 'RUNNING') as taken_create,
            sum(updates) filter (where phase = 'RUNNING') as taken_update,
            sum(conflicts) filter (where phase = 'RUNNING') as taken_conflict,
            sum(unchanged) filter (where phase = 'RUNNING') as taken_unchanged,
            sum(skipped) filter (where phase = 'RUNNING') as taken_skipped,
            sum(errors) filter (where phase = 'RUNNING') as taken_error
          from intake.chunk where run = r.id) c on true""";
    private static final String ADD = """
        insert into intake.run (tenant, id, file, charset, delimiter, sheet, headed, header, columns, list, state,
          author, uploaded) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'COLUMNS', ?, ?)""";
    private static final String AGAIN = """
        insert into intake.run (tenant, id, file, charset, delimiter, sheet, headed, header, columns, list, state,
          author, uploaded) select r.tenant, ?, file, charset, delimiter, sheet, headed, header, columns, list,
          'COLUMNS', ?, ? from intake.run r join intake.file f on f.id = r.file where r.id = ? and f.kept""";

    private Runs() {
    }

    /** A run and whose it is. */
    record Owned(TenantId tenant, ImportRun run) {}

    static Optional<ImportRun> find(Connection connection, UUID id) throws SQLException {
        return new Sql(connection).list(SELECT + " where r.id = ?", Runs::read, id).stream().findFirst();
    }

    static List<ImportRun> page(Connection connection, @Nullable Instant before, @Nullable UUID beforeId, int limit)
            throws SQLException {
        return before == null
                ? new Sql(connection).list(SELECT + " order by r.uploaded desc, r.id desc limit ?", Runs::read, limit)
                : new Sql(connection).list(SELECT
                        + " where (r.uploaded, r.id) < (?, ?) order by r.uploaded desc, r.id desc limit ?", Runs::read,
                        before, beforeId, limit);
    }

    /** Over all tenants, what has waited longest first. */
    static List<Owned> busy(Connection connection, int most) throws SQLException {
        return new Sql(connection).list(
                SELECT + " where r.state in ('CHECKING', 'RUNNING', 'UNDOING') order by r.begun, r.id limit ?",
                row -> new Owned(new TenantId(row.getString("tenant")), read(row)), most);
    }

    /** Those of some runs that were imports of a list. */
    static Set<UUID> ofList(Sql sql, String list, Collection<UUID> runs) throws SQLException {
        return Set.copyOf(sql.list("select id from intake.run where list = ? and id = any (?::uuid[])",
                row -> Sql.id(row, "id"), list, runs.toArray(UUID[]::new)));
    }

    static void add(Connection connection, TenantId tenant, UUID id, UUID file, FileReading reading,
            List<String> header, List<String> columns, String list, UUID author, Instant now) throws SQLException {
        new Sql(connection).update(ADD, tenant.value(), id, file, reading.charset(),
                String.valueOf(reading.delimiter()),
                reading.sheet(), reading.headed(), texts(header), texts(columns), list, author, now);
    }

    static boolean again(Connection connection, UUID id, UUID author, Instant now, UUID former) throws SQLException {
        return new Sql(connection).update(AGAIN, id, author, now, former) > 0;
    }

    static void reread(Connection connection, UUID id, FileReading reading, List<String> header, List<String> columns)
            throws SQLException {
        new Sql(connection).update("""
            update intake.run set charset = ?, delimiter = ?, sheet = ?, headed = ?, header = ?, columns = ?
            where id = ? and state = 'COLUMNS'""", reading.charset(), String.valueOf(reading.delimiter()),
                reading.sheet(), reading.headed(), texts(header), texts(columns), id);
    }

    static void columns(Connection connection, UUID id, List<String> columns, String list) throws SQLException {
        new Sql(connection).update("update intake.run set columns = ?, list = ? where id = ?", texts(columns), list,
                id);
    }

    /** Changes the state if it is still one of those named. */
    static boolean move(Connection connection, UUID id, ImportState to, Instant now, ImportState... from)
            throws SQLException {
        String[] states = new String[from.length];
        for (int i = 0; i < from.length; i++) {
            states[i] = from[i].name();
        }
        return new Sql(connection).update("""
            update intake.run set state = ?, begun = case when ? then ?::timestamptz else begun end,
              ended = case when ? then null else ?::timestamptz end where id = ? and state = any (?)""", to.name(),
                to.busy(), now, to.busy(), now, id, states) > 0;
    }

    static void fail(Connection connection, UUID id, FileRefused refused, Instant now) throws SQLException {
        new Sql(connection).update("""
            update intake.run set state = 'FAILED', ended = ?, failure = ?, failed_at = ? where id = ?""", now,
                refused.reason().name(), refused.line(), id);
    }

    private static String[] texts(List<String> list) {
        return list.toArray(String[]::new);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Map<RowKind, Long> counts(ResultSet row, String phase) throws SQLException {
        Map<RowKind, Long> counts = new EnumMap<>(RowKind.class);
        for (RowKind kind : RowKind.values()) {
            long count = row.getLong(phase + "_" + kind.name().toLowerCase(Locale.ROOT));
            if (!row.wasNull()) {
                counts.put(kind, count);
            }
        }
        return counts;
    }

    private static ImportRun read(ResultSet row) throws SQLException {
        String failure = row.getString("failure");
        var reading = new FileReading(row.getString("charset"), row.getString("delimiter").charAt(0),
                row.getInt("sheet"), row.getBoolean("headed"));
        return new ImportRun(row.getObject("id", UUID.class), row.getString("name"), row.getLong("bytes"),
                Format.valueOf(row.getString("format")), reading, texts(row, "header"), texts(row, "columns"),
                row.getString("list"), ImportState.valueOf(row.getString("state")), counts(row, "checked"),
                counts(row, "taken"), row.getLong("rows"), row.getLong("undone"), row.getObject("author", UUID.class),
                Objects.requireNonNull(Sql.time(row, "uploaded")), Sql.time(row, "ended"),
                failure == null ? null : FileRefused.Reason.valueOf(failure), row.getLong("failed_at"),
                row.getBoolean("kept"), row.getObject("former", UUID.class));
    }
}
