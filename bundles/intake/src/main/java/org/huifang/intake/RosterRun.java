// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.ImportState;
import org.huifang.persistence.Sql;

/** The run of a roster: what came becomes what the list says, then the archive is told of each difference. */
final class RosterRun implements Working {
    private final IntakeStore store;
    private final LearnerArchive archive;
    private final InstantSource clock;
    private final TenantId tenant;
    private final ImportRun run;
    private final RosterTelling telling;
    private int number;

    RosterRun(IntakeStore store, LearnerArchive archive, FileKeeping files, RosterCourses courses,
            InstantSource clock, TenantId tenant, ImportRun run) {
        this.store = store;
        this.archive = archive;
        this.clock = clock;
        this.tenant = tenant;
        this.run = run;
        this.telling = new RosterTelling(tenant, run, files, courses);
        this.number = store.of(tenant, connection -> {
            Sql sql = new Sql(connection);
            Rosters.copyErrors(sql, run.id());
            RosterMerge.merge(sql, run.id());
            return Math.max(1, Chunks.next(connection, run.id(), run.state().name()));
        });
    }

    @Override
    public boolean isOf(UUID id, ImportState state) {
        return run.id().equals(id) && run.state() == state;
    }

    @Override
    public boolean advance() {
        Optional<RosterTelling.Stretch> next = store.of(tenant, connection -> {
            Optional<RosterTelling.Stretch> found = Optional
                    .ofNullable(telling.next(new Sql(connection), clock.instant()));
            if (found.isPresent()) {
                Chunks.plan(connection, tenant, run.id(), run.state().name(), number, found.get().planned());
            }
            return found;
        });
        if (next.isEmpty()) {
            end();
            return false;
        }
        RosterTelling.Stretch stretch = next.get();
        Delivering.surely(archive, stretch.deliveries(tenant, run.id(), "run"));
        store.of(tenant, connection -> {
            RosterTelling.note(new Sql(connection), tenant, run.id(), run.list(), stretch);
            Chunks.done(connection, run.id(), run.state().name(), number);
            return stretch;
        });
        number++;
        return true;
    }

    private void end() {
        store.of(tenant, connection -> {
            Sql sql = new Sql(connection);
            Chunks.plan(connection, tenant, run.id(), run.state().name(), number,
                    RosterRest.count(sql, tenant, run.id(), run.list()));
            Chunks.done(connection, run.id(), run.state().name(), number);
            RosterStage.forget(sql, tenant, run.id());
            return run;
        });
        Phase.end(store, tenant, run, clock.instant());
    }

    /** Takes the records back and tells what is otherwise then. @return whether there is more */
    static boolean undo(IntakeStore store, LearnerArchive archive, FileKeeping files, RosterCourses courses,
            InstantSource clock, TenantId tenant, ImportRun run) {
        Optional<RosterTelling.Stretch> next = store.of(tenant, connection -> {
            Sql sql = new Sql(connection);
            RosterMerge.back(sql, run.id());
            return Optional.ofNullable(new RosterTelling(tenant, run, files, courses).next(sql, clock.instant()));
        });
        if (next.isEmpty()) {
            return false;
        }
        RosterTelling.Stretch stretch = next.get();
        Delivering.surely(archive, stretch.deliveries(tenant, run.id(), "undo"));
        store.of(tenant, connection -> {
            RosterTelling.note(new Sql(connection), tenant, run.id(), run.list(), stretch);
            return stretch;
        });
        return true;
    }

    @Override
    public void close() {
        // nothing is held between two stretches
    }
}
