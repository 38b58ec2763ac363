// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.Jobs;
import org.huifang.api.TenantId;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.intake.FileReading;
import org.huifang.api.intake.Format;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.ImportState;
import org.huifang.api.intake.RosterIntake;
import org.huifang.api.intake.RosterRecord;
import org.huifang.api.intake.RowKind;
import org.huifang.intake.file.Line;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rosters that come record by record: laid by until they are whole, then an import among the others. */
@Component
public final class StoredRosters implements RosterIntake {
    private static final String CHECKING = ImportState.CHECKING.name();

    private record Told(String list, String name) {}

    private final IntakeStore store;
    private final FileKeeping files;
    private final RosterCourses courses;
    private final Jobs jobs;
    private final InstantSource clock;

    @Activate
    public StoredRosters(@Reference IntakeStore store, @Reference FileKeeping files,
            @Reference RosterCourses courses, @Reference Jobs jobs, @Reference InstantSource clock) {
        this.store = store;
        this.files = files;
        this.courses = courses;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public UUID begin(TenantId tenant, String list, String name) {
        UUID run = UUID.randomUUID();
        store.of(tenant, connection -> {
            RosterStage.open(new Sql(connection), tenant, run, list.strip(), Row.cut(name), clock.instant());
            return run;
        });
        return run;
    }

    private static List<Told> told(Sql sql, UUID run) throws SQLException {
        return sql.list("""
            select list, name from intake.roster_run w where run = ? and not exists (select 1 from intake.run r
              where r.id = w.run)""", row -> new Told(row.getString(1), row.getString(2)), run);
    }

    @Override
    public void add(TenantId tenant, UUID run, List<RosterRecord> records) {
        store.of(tenant, connection -> {
            Sql sql = new Sql(connection);
            if (told(sql, run).isEmpty() || records.isEmpty()) {
                return run;
            }
            long line = sql.list("select count(*) from intake.roster_staged where run = ?", row -> row.getLong(1),
                    run).getFirst();
            List<Staged> good = new ArrayList<>();
            Planned bad = new Planned();
            for (RosterRecord record : records) {
                RosterKind kind = Staged.of(record, 0).kind();
                var cells = new RosterCells(kind, Map.of(), new Line(++line, List.of()));
                Staged row = Staged.of(RosterRow.mended(record, cells), line);
                if (cells.errors().isEmpty()) {
                    good.add(row);
                } else {
                    bad.add(RowKind.ERROR, List.copyOf(cells.errors()));
                }
            }
            RosterStage.add(sql, tenant, run, good, clock.instant());
            if (!bad.findings().isEmpty()) {
                // under a number of its own content: a page that comes again is the same page
                int page = -1 - (records.getFirst().id().hashCode() & 0xfffffff);
                Chunks.plan(connection, tenant, run, CHECKING, page, bad);
                Chunks.done(connection, run, CHECKING, page);
            }
            return run;
        });
    }

    @Override
    public boolean commit(TenantId tenant, UUID run, @Nullable Instant wholeAt) {
        boolean begun = store.of(tenant, connection -> {
            Sql sql = new Sql(connection);
            for (Told told : told(sql, run)) {
                whole(sql, run, wholeAt);
                Instant now = clock.instant();
                create(connection, tenant, run, told, now);
                ImportRun made = Runs.find(connection, run).orElseThrow();
                Planned found = RosterTrial.of(connection, tenant, made, files, courses, now, true);
                long errors = found.count(RowKind.ERROR)
                        + made.checked().getOrDefault(RowKind.ERROR, 0L);
                if (!found.news() && errors == 0) {
                    RosterStage.forget(sql, tenant, run);
                    sql.update("delete from intake.run where id = ?", run);
                    return false;
                }
                Chunks.plan(connection, tenant, run, CHECKING, 1, found);
                Chunks.done(connection, run, CHECKING, 1);
                return Runs.move(connection, run, ImportState.RUNNING, now, ImportState.COLUMNS);
            }
            return false;
        });
        if (begun) {
            jobs.wake(WorkOffImports.NAME);
        }
        return begun;
    }

    private static void whole(Sql sql, UUID run, @Nullable Instant at) throws SQLException {
        Set<RosterKind> kinds = EnumSet.noneOf(RosterKind.class);
        if (at != null) {
            kinds.addAll(sql.list("select distinct kind from intake.roster_staged where run = ?",
                    row -> RosterKind.valueOf(row.getString(1)), run));
        }
        Set<RosterKind> swept = new HashSet<>(kinds);
        sql.list("select distinct split_part(field, '.', 1) from intake.finding where run = ? and kind = 'ERROR'",
                row -> row.getString(1), run).forEach(file -> swept.removeIf(kind -> kind.file().equals(file)));
        RosterStage.whole(sql, run, kinds, swept, at);
    }

    private static void create(Connection connection, TenantId tenant, UUID run, Told told, Instant now)
            throws SQLException {
        UUID file = UUID.randomUUID();
        new Sql(connection).update("""
            insert into intake.file (tenant, id, name, bytes, format, digest, stored, kept)
            values (?, ?, ?, 0, ?, ?, ?, false)""", tenant.value(), file, told.name(), Format.ONEROSTER.name(),
                file.toString(), now);
        Runs.add(connection, tenant, run, file, new FileReading("UTF-8", ',', 0, true), List.of(), List.of(),
                told.list(), Rosters.NOBODY, now);
    }

    @Override
    public void abandon(TenantId tenant, UUID run) {
        store.of(tenant, connection -> {
            Sql sql = new Sql(connection);
            if (!told(sql, run).isEmpty()) {
                RosterStage.forget(sql, tenant, run);
                Chunks.clear(connection, run);
            }
            return run;
        });
    }
}
