// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.sql.SQLException;
import java.util.UUID;
import org.huifang.persistence.Sql;

/**
 * Makes what came what the list says, and back. Of each record the newest version holds, of equals always the same one;
 * so files may come in any order and any number of times.
 */
final class RosterMerge {
    private static final String FRESH = """
        with fresh as (select s.*, w.list, greatest(s.version, case when s.kind = any (w.whole) then w.whole_at
            when s.version = '-infinity' then w.begun end) as v
          from intake.roster_staged s join intake.roster_run w on w.run = s.run where s.run = ?)""";
    private static final String KEEP = FRESH + """
         insert into intake.roster_before (tenant, run, kind, id, was)
        select f.tenant, f.run, f.kind, f.id, to_jsonb(r) - 'content' from fresh f left join intake.roster_record r
          on r.tenant = f.tenant and r.list = f.list and r.kind = f.kind and r.id = f.id
        where r.id is null or (f.v, f.said) > (r.version, r.said) on conflict do nothing""";
    private static final String MERGE = FRESH + """
         insert into intake.roster_record as r (tenant, list, kind, id, active, version, said, first, second, word, title,
          begins, ends, content, run)
        select tenant, list, kind, id, active, v, said, first, second, word, title, begins, ends, content, run from fresh
        on conflict (tenant, list, kind, id) do update set active = excluded.active, version = excluded.version,
          said = excluded.said, first = excluded.first, second = excluded.second, word = excluded.word,
          title = excluded.title, begins = excluded.begins, ends = excluded.ends, content = excluded.content,
          run = excluded.run where (excluded.version, excluded.said) > (r.version, r.said)""";
    private static final String SWEEP = """
        insert into intake.roster_sweep (tenant, list, kind, at, run)
        select tenant, list, unnest(swept), whole_at, run from intake.roster_run where run = ? and whole_at is not null
        on conflict do nothing""";
    /** What was told of courses and places stays as it is; what was told of people is taken back by itself. */
    private static final String BACK = """
        update intake.roster_record r set active = coalesce(b.active, false),
          version = coalesce(b.version, '-infinity'), said = coalesce(b.said, ''), first = coalesce(b.first, r.first),
          second = coalesce(b.second, r.second), word = coalesce(b.word, r.word), title = coalesce(b.title, r.title),
          begins = case when was is null then r.begins else b.begins end,
          ends = case when was is null then r.ends else b.ends end, content = null,
          told = case when r.kind = 'USER' then b.told else r.told end, run = coalesce(b.run, '%s')
        from intake.roster_before o left join lateral jsonb_populate_record(null::intake.roster_record, o.was) b on true,
          intake.roster_run w
        where o.run = ? and w.run = o.run and r.tenant = o.tenant and r.list = w.list and r.kind = o.kind and r.id = o.id
          and r.run = o.run""".formatted(Rosters.NOBODY);

    private RosterMerge() {
    }

    static void merge(Sql sql, UUID run) throws SQLException {
        sql.update(KEEP, run);
        sql.update(MERGE, run);
        sql.update(SWEEP, run);
        // what has just come is not in the database's statistics, and joins without them take minutes
        sql.update("analyze intake.roster_record, intake.roster_staged, intake.roster_sweep");
    }

    /** What somebody else has said since stays. */
    static void back(Sql sql, UUID run) throws SQLException {
        sql.update("delete from intake.roster_sweep where run = ?", run);
        sql.update(BACK, run);
    }
}
