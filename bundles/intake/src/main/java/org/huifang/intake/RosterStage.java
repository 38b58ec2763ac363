// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** What came, before it has any effect. */
final class RosterStage {
    private static final String OPEN = """
        insert into intake.roster_run (tenant, run, list, name, begun) values (?, ?, ?, ?, ?)
        on conflict (run) do update set list = excluded.list, whole = '{}', swept = '{}', whole_at = null""";
    private static final String ADD = """
        insert into intake.roster_staged (tenant, run, kind, id, line, active, version, said, first, second, word, title,
          begins, ends, content, staged)
        select ?, ?, kind, id, line, active, version::timestamptz, said, first, second, word, title, begins, ends,
          content, ? from unnest(?::text[], ?::text[], ?::bigint[], ?::boolean[], ?::text[], ?::text[], ?::text[],
            ?::text[], ?::text[], ?::text[], ?::date[], ?::date[], ?::text[]) as s (kind, id, line, active, version, said,
            first, second, word, title, begins, ends, content)
        on conflict (run, kind, id) do update set active = excluded.active, version = excluded.version,
          said = excluded.said, first = excluded.first, second = excluded.second, word = excluded.word,
          title = excluded.title, begins = excluded.begins, ends = excluded.ends, content = excluded.content""";

    private RosterStage() {
    }

    static void open(Sql sql, TenantId tenant, UUID run, String list, String name, Instant now) throws SQLException {
        sql.update(OPEN, tenant.value(), run, list, name, now);
        sql.update("delete from intake.roster_staged where run = ?", run);
    }

    /** @param swept the kinds of which what is not listed does not hold any more */
    static void whole(Sql sql, UUID run, Collection<RosterKind> whole, Collection<RosterKind> swept,
            @Nullable Instant at) throws SQLException {
        sql.update("update intake.roster_run set whole = ?, swept = ?, whole_at = ? where run = ?", names(whole),
                names(swept), at, run);
    }

    private static String[] names(Collection<RosterKind> kinds) {
        return kinds.stream().map(RosterKind::name).toArray(String[]::new);
    }

    static void add(Sql sql, TenantId tenant, UUID run, Collection<Staged> rows, Instant now) throws SQLException {
        Map<List<Object>, Staged> last = new LinkedHashMap<>();
        rows.forEach(row -> last.put(List.of(row.kind(), row.id()), row));
        Collection<Staged> each = last.values();
        sql.update(ADD, tenant.value(), run, now, Sql.texts(each, row -> row.kind().name()),
                Sql.texts(each, Staged::id), each.stream().map(Staged::line).toArray(Long[]::new),
                Sql.flags(each, Staged::active),
                Sql.texts(each, row -> row.changed() == null ? "-infinity" : row.changed().toString()),
                Sql.texts(each, Staged::said), Sql.texts(each, row -> Sql.storable(row.first())),
                Sql.texts(each, row -> Sql.storable(row.second())), Sql.texts(each, row -> Sql.storable(row.word())),
                Sql.texts(each, row -> Sql.storable(row.title())), Sql.texts(each, row -> day(row.begins())),
                Sql.texts(each, row -> day(row.ends())),
                Sql.texts(each, row -> row.content() == null ? null : Sql.storable(row.content())));
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** The line of each of these ids that came already. */
    static Map<String, Long> known(Sql sql, UUID run, RosterKind kind, List<String> ids) throws SQLException {
        Map<String, Long> known = new LinkedHashMap<>();
        sql.list("select id, line from intake.roster_staged where run = ? and kind = ? and id = any (?)",
                row -> known.put(row.getString(1), row.getLong(2)), run, kind.name(), ids.toArray(String[]::new));
        return known;
    }

    static boolean any(Sql sql, UUID run) throws SQLException {
        return !sql.list("select 1 from intake.roster_staged where run = ? limit 1", row -> 1, run).isEmpty();
    }

    static void forget(Sql sql, TenantId tenant, UUID run) throws SQLException {
        sql.update("delete from intake.roster_staged where run = ?", run);
        sql.update("""
            update intake.roster_record r set content = null from intake.roster_run w where w.run = ?
              and r.tenant = ? and r.list = w.list and r.content is not null""", run, tenant.value());
    }
}
