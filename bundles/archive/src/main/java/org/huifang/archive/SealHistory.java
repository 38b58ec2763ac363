// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.huifang.api.Job;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Seals what is surely committed into the hash chains of the schools, some thousand facts at a time. */
@Component(service = Job.class)
public final class SealHistory implements Job {
    /** Facts that are sealed in one transaction. */
    static final int AT_ONCE = 5_000;

    private static final String SEALED = """
        select xact::text as xact, id from archive.block order by block.xact desc, id desc limit 1""";
    /** As {@link Timeline#tail}: every transaction below the snapshot's xmin has ended. */
    private static final String END = """
        select xact::text as xact, id, nth from (select xact, id, row_number() over (order by xact, id) as nth
            from (select xact, id from archive.timeline
                where (xact, id) > (?::xid8, ?) and xact < pg_snapshot_xmin(pg_current_snapshot())
                order by xact, id limit ?) t) t
        order by nth desc limit 1""";
    private static final String SEAL = """
        with fresh as (
            select t.tenant, count(*) as facts, string_agg(archive.digest(t), ''::bytea order by t.xact, t.id) as digests
            from archive.timeline t where (t.xact, t.id) > (?::xid8, ?) and (t.xact, t.id) <= (?::xid8, ?)
            group by t.tenant),
        sealed as (insert into archive.block (tenant, n, xact, id, facts, total, hash)
            select f.tenant, coalesce(b.n, 0) + 1, ?::xid8, ?, f.facts, coalesce(b.total, 0) + f.facts,
                sha256(coalesce(b.hash, ''::bytea) || f.digests)
            from fresh f left join lateral (select b.n, b.total, b.hash from archive.block b where b.tenant = f.tenant
                order by b.n desc limit 1) b on true
            returning tenant, n, total, hash)
        insert into archive.anchor (tenant, day, n, total, hash)
        select tenant, (clock_timestamp() at time zone 'UTC')::date, n, total, hash from sealed
        on conflict (tenant, day) do update set n = excluded.n, total = excluded.total, hash = excluded.hash""";

    private record End(String xact, long id, long facts) {}

    private final ArchiveStore store;

    @Activate
    public SealHistory(@Reference ArchiveStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "archive.seal";
    }

    /** So many facts are sealed together, and so long somebody could change one unnoticed. */
    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        return store.ofAll(SealHistory::step);
    }

    private static boolean step(Sql sql) throws SQLException {
        End sealed = sql.list(SEALED, row -> new End(row.getString("xact"), row.getLong("id"), 0)).stream().findFirst()
                .orElse(new End("0", 0, 0));
        List<End> end = sql.list(END, row -> new End(row.getString("xact"), row.getLong("id"), row.getLong("nth")),
                sealed.xact, sealed.id, AT_ONCE);
        if (end.isEmpty()) {
            return false;
        }
        End to = end.getFirst();
        sql.update(SEAL, sealed.xact, sealed.id, to.xact, to.id, to.xact, to.id);
        return to.facts == AT_ONCE;
    }
}
