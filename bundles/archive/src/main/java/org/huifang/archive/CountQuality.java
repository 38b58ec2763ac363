// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.Job;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts what state the files are in, every six hours and when it is asked to, some thousand files at a time. */
@Component(service = Job.class)
public final class CountQuality implements Job {
    static final String NAME = "archive.quality";
    private static final int AT_ONCE = 2_000;
    private static final Duration EVERY = Duration.ofHours(6);
    /** One step along the index for each tenant, however many files it has. */
    private static final String DUE = """
        with recursive school as ((select tenant from archive.learner where listed order by tenant limit 1) union all
            select (select min(l.tenant) from archive.learner l where l.listed and l.tenant > s.tenant) from school s
            where s.tenant is not null)
        select tenant from school where tenant is not null and not exists (select from archive.quality_run r
            where r.tenant = school.tenant and (not r.done or r.as_of > ?)) order by tenant""";
    private static final String NEXT = """
        select tenant, id, as_of, after from archive.quality_run where not done order by id limit 1
        for update skip locked""";
    private static final String FILES = """
        select id from archive.learner where tenant = ? and id > ? order by id limit\s""" + AT_ONCE;
    private static final String COUNT = Cell.OF + """
        , worn as materialized (select root, tag from (
                    select distinct on (p.root, t.tag) p.root, t.tag, t.worn from parts p join archive.tag t
                        on t.learner = p.part and t.tag collate "C" in (select type from archive.quality_field where run = ?)
                    order by p.root, t.tag, t.at desc, t.worn desc, t.author desc) last where worn),
            -- what holds for each file: for the first of its types that has a policy, else what holds for all
            asked as materialized (select distinct on (f.root, q.field) f.root, q.field, q.type,
                    q.need = 'REQUIRED' as wanted, q.max_days
                from files f join archive.quality_field q on q.run = ?
                    left join worn w on w.root = f.root and w.tag collate "C" = q.type
                where q.type = '' or w.tag is not null order by f.root, q.field, q.type = '', q.type),
            aged as (select c.*, q.type, q.wanted, q.max_days is not null as timed, q.max_days is not null
                    and c.last < ?::timestamptz - make_interval(hours => 24 * q.max_days) as old
                from cells c join asked q on q.root = c.root and q.field = c.field),
            late as (insert into archive.quality_stale (tenant, run, last, learner, field)
                select ?, ?, last, root, field from aged where old and field <> 'contact'),
            keepers as materialized (select f.root, (select p.keeper from parts o
                    join archive.learner p on p.id = o.part where o.root = f.root and p.keeper_at is not null
                    order by p.keeper_at desc, p.keeper desc nulls last limit 1) as keeper from files f),
            by_keeper as (insert into archive.quality_keeper as q (tenant, run, keeper, files, wanted, filled, timed,
                    in_time)
                select ?, ?, k.keeper, count(distinct k.root), count(*) filter (where n.wanted),
                    count(*) filter (where a.wanted), count(*) filter (where a.timed),
                    count(*) filter (where a.timed and not a.old)
                from keepers k left join asked n on n.root = k.root
                    left join aged a on a.root = n.root and a.field = n.field
                where k.keeper is not null group by k.keeper
                on conflict (run, keeper) do update set files = q.files + excluded.files,
                    wanted = q.wanted + excluded.wanted, filled = q.filled + excluded.filled, timed = q.timed + excluded.timed,
                    in_time = q.in_time + excluded.in_time),
            sums as (select q.field, q.type, count(*) as files, count(a.root) as filled,
                    count(*) filter (where not a.old) as in_time, count(*) filter (where a.conflict) as conflicts,
                    count(*) filter (where a.traceable) as traceable
                from asked q left join aged a on a.root = q.root and a.field = q.field group by q.field, q.type),
            added as (update archive.quality_field f set files = f.files + s.files, filled = f.filled + s.filled, in_time = f.in_time + s.in_time,
                    conflicts = f.conflicts + s.conflicts, traceable = f.traceable + s.traceable
                from sums s where f.run = ? and f.field = s.field and f.type = s.type)
        update archive.quality_run set after = ?, files = files + (select count(*) from files),
            kept = kept + (select count(keeper) from keepers)
        where id = ?""";
    /**
     * How long what happened elsewhere took to get here: not what Huifang tells itself, nor lists of what is long known.
     * Times of recording are the database's, whatever the clock says.
     */
    private static final String FINISH = """
        update archive.quality_run set done = true, lag_millis = (
            select percentile_disc(0.95) within group (order by greatest(0, extract(epoch from recorded - at) * 1000))
            from archive.timeline where tenant = ? and kind <> all (?) and source not like 'import:%' and recorded >= clock_timestamp() - interval '28 days')::bigint
        where id = ?""";
    @SuppressWarnings("unchecked")
    private static final String[] OURS = FactJson.kinds(Stream.concat(Stream.of(Fact.Greeted.class),
            Arrays.stream(Fact.FromHuifang.class.getPermittedSubclasses()))
            .<Class<? extends Fact>>map(kind -> (Class<? extends Fact>) kind).toList());
    private static final String FORGET = "delete from archive.quality_stale where tenant = ? and run < ?";

    private record Run(TenantId tenant, long id, Instant asOf, UUID after) {}

    private final ArchiveStore store;
    private final Announcer announcer;
    private final InstantSource clock;

    @Activate
    public CountQuality(@Reference ArchiveStore store, @Reference Announcer announcer,
            @Reference InstantSource clock) {
        this.store = store;
        this.announcer = announcer;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(5);
    }

    @Override
    public boolean run() {
        return Step.take(store, announcer, this::step);
    }

    private Step step(Sql sql) throws SQLException {
        List<Run> runs = sql.list(NEXT, row -> new Run(new TenantId(row.getString("tenant")), row.getLong("id"),
                Sql.instant(row, "as_of"), Sql.id(row, "after")));
        return runs.isEmpty() ? begin(sql) : count(sql, runs.getFirst());
    }

    private Step begin(Sql sql) throws SQLException {
        Instant now = clock.instant();
        List<String> due = sql.list(DUE, row -> row.getString("tenant"), now.minus(EVERY));
        for (String tenant : due) {
            QualityRuns.begin(sql, new TenantId(tenant), now);
        }
        return new Step(!due.isEmpty(), null);
    }

    private static Step count(Sql sql, Run run) throws SQLException {
        String tenant = run.tenant.value();
        List<UUID> files = sql.list(FILES, row -> Sql.id(row, "id"), tenant, run.after);
        if (!files.isEmpty()) {
            sql.update(COUNT, tenant, files.toArray(UUID[]::new), run.id, run.id, run.asOf, tenant, run.id, tenant,
                    run.id, run.id, files.getLast(), run.id);
        }
        if (files.size() == AT_ONCE) {
            return new Step(true, null);
        }
        sql.update(FINISH, tenant, OURS, run.id);
        sql.update(FORGET, tenant, run.id);
        return new Step(true, run.tenant);
    }
}
