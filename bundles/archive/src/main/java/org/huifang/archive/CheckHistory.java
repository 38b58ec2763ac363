// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.huifang.api.Job;
import org.huifang.api.TenantId;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes each chain anew from its beginning, every day and when it is asked to, and raises an alarm where it differs. */
@Component(property = {"hc.name=History as it was recorded", "hc.tags=archive"})
public final class CheckHistory implements Job, HealthCheck {
    static final String NAME = "archive.check";
    static final String BEGIN = """
        insert into archive.chain_check as c (tenant) values (?)
        on conflict (tenant) do update set n = 0, began = clock_timestamp(), done = null, finding = null
        where c.done is not null""";
    private static final Logger LOG = LoggerFactory.getLogger(CheckHistory.class);
    /** Facts in a transaction, but one block at least; a block has at most as many as are sealed at once. */
    private static final int AT_ONCE = 50_000;
    /** Times are the database's, as those of recording are. */
    private static final String DUE = """
        with recursive school as ((select tenant from archive.block order by tenant limit 1) union all
            select (select min(b.tenant) from archive.block b where b.tenant > s.tenant) from school s
            where s.tenant is not null)
        select tenant from school where tenant is not null and not exists (select from archive.chain_check c
            where c.tenant = school.tenant and (c.done is null or c.done > clock_timestamp() - interval '1 day'))""";
    private static final String NEXT = """
        select tenant, n from archive.chain_check where done is null order by began limit 1 for update skip locked""";
    private static final String UNTIL = """
        select max(n) as n from (select n, sum(facts) over (order by n) - facts as before
            from (select n, facts from archive.block where tenant = ? and n > ? order by n limit 1000) b) b
        where before <= ?""";
    private static final String WRONG = """
        select min(b.n) as n from (
            select n, xact, id, hash, lag(n) over w as behind, lag(hash) over w as before,
                coalesce(lag(xact) over w, '0') as from_xact, coalesce(lag(id) over w, 0) as from_id
            from archive.block where tenant = ? and n between ? and ? window w as (order by n)) b
        cross join lateral (
            select string_agg(archive.digest(t), ''::bytea order by t.xact, t.id) as digests
            from archive.timeline t where t.tenant = ? and (t.xact, t.id) > (b.from_xact, b.from_id)
                and (t.xact, t.id) <= (b.xact, b.id)) t
        where b.n > ? and (coalesce(b.behind, 0) <> b.n - 1
            or b.hash is distinct from sha256(coalesce(b.before, ''::bytea) || coalesce(t.digests, ''::bytea)))""";
    private static final String GO_ON = """
        update archive.chain_check set n = ?, finding = coalesce(finding, ?::bigint) where tenant = ?""";
    private static final String DONE = """
        update archive.chain_check set done = clock_timestamp(), wrong = finding where tenant = ? returning wrong""";
    private static final String ALARMS = "select tenant, wrong from archive.chain_check where wrong is not null";

    /** Transaction ids begin anew in a database that was loaded from a dump. */
    private static final String AHEAD = """
        select coalesce((select xact from archive.timeline order by xact desc, id desc limit 1)
            >= pg_snapshot_xmax(pg_current_snapshot()), false)""";

    private record Under(TenantId tenant, long n) {}

    private final ArchiveStore store;
    private final Announcer announcer;

    @Activate
    public CheckHistory(@Reference ArchiveStore store, @Reference Announcer announcer) {
        this.store = store;
        this.announcer = announcer;
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
        Optional<Under> under = sql
                .list(NEXT, row -> new Under(new TenantId(row.getString("tenant")), row.getLong("n"))).stream()
                .findFirst();
        if (under.isEmpty()) {
            List<String> due = sql.list(DUE, row -> row.getString("tenant"));
            for (String tenant : due) {
                sql.update(BEGIN, tenant);
            }
            return new Step(!due.isEmpty(), null);
        }
        TenantId tenant = under.get().tenant;
        long from = under.get().n;
        Long until = number(sql, UNTIL, tenant.value(), from, AT_ONCE);
        if (until == null) {
            Long wrong = number(sql, DONE, tenant.value());
            if (wrong != null) {
                LOG.error("The history of {} is not what was recorded, from block {} on", tenant, wrong);
            }
            return new Step(true, tenant);
        }
        Long wrong = number(sql, WRONG, tenant.value(), from, until, tenant.value(), from);
        sql.update(GO_ON, until, wrong, tenant.value());
        return new Step(true, null);
    }

    private static @Nullable Long number(Sql sql, String query, Object... parameters) throws SQLException {
        // a stream holds no null
        for (Optional<Long> one : sql.list(query, row -> Optional.ofNullable(row.getObject(1, Long.class)),
                parameters)) {
            return one.orElse(null);
        }
        return null;
    }

    @Override
    public Result execute() {
        var log = new FormattingResultLog();
        List<Under> alarms = store.ofAll(
                sql -> sql.list(ALARMS, row -> new Under(new TenantId(row.getString("tenant")), row.getLong("wrong"))));
        if (alarms.isEmpty()) {
            log.info("No timeline was found otherwise than it was recorded.");
        }
        if (store.ofAll(sql -> sql.list(AHEAD, row -> row.getBoolean(1))).getFirst()) {
            log.warn("The timeline is ahead of its database: it was restored from a dump, and nobody follows it any"
                    + " more. Restore a copy of the data folder, or a base backup (pg_basebackup), instead.");
        }
        alarms.forEach(alarm -> log.warn("The history of {} is not what was recorded, from block {} on.",
                alarm.tenant, alarm.n));
        return new Result(log);
    }
}
