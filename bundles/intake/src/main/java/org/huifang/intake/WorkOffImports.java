// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.huifang.api.Job;
import org.huifang.api.TenantId;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.Format;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.ImportState;
import org.huifang.persistence.Announcer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Goes on with the import that has waited longest. Whatever cuts it off, a killed process or an archive that is away, the
 * next run takes up the chunk that was not ended; its delivery counts once.
 */
@Component(service = Job.class)
public final class WorkOffImports implements Job {
    static final String NAME = "intake.work";

    private final IntakeStore store;
    private final LearnerArchive archive;
    private final FileKeeping files;
    private final RosterCourses courses;
    private final Announcer announcer;
    private final InstantSource clock;
    private @Nullable Working open;

    @Activate
    public WorkOffImports(@Reference IntakeStore store, @Reference LearnerArchive archive,
            @Reference FileKeeping files, @Reference RosterCourses courses, @Reference Announcer announcer,
            @Reference InstantSource clock) {
        this.store = store;
        this.archive = archive;
        this.files = files;
        this.courses = courses;
        this.announcer = announcer;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public synchronized boolean run() {
        Optional<Runs.Owned> next = store.ofAll(Runs::busy);
        if (next.isEmpty()) {
            close();
            return false;
        }
        Runs.Owned owned = next.get();
        try {
            if (owned.run().state() == ImportState.UNDOING) {
                undo(owned);
            } else {
                read(owned);
            }
        } catch (FileRefused e) {
            close();
            store.of(owned.tenant(), connection -> {
                Runs.fail(connection, owned.run().id(), e, clock.instant());
                return e;
            });
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            // what was read of this chunk is not in the reader any more
            close();
            throw e;
        }
        announcer.tell(owned.tenant(), IntakeStore.TOPIC);
        return true;
    }

    private void read(Runs.Owned owned) throws FileRefused, IOException {
        if (open == null || !open.isOf(owned.run().id(), owned.run().state())) {
            close();
            open = working(owned.tenant(), owned.run());
        }
        if (!open.advance()) {
            close();
        }
    }

    private Working working(TenantId tenant, ImportRun run) throws FileRefused, IOException {
        if (run.format() != Format.ONEROSTER) {
            return new Phase(store, archive, files, clock, tenant, run);
        }
        return run.state() == ImportState.CHECKING
                ? new RosterCheck(store, files, courses, clock, tenant, run)
                : new RosterRun(store, archive, files, courses, clock, tenant, run);
    }

    private void undo(Runs.Owned owned) {
        boolean more = owned.run().format() == Format.ONEROSTER
                && RosterRun.undo(store, archive, files, courses, clock, owned.tenant(), owned.run());
        if (!more) {
            Undoing.advance(store, archive, owned.tenant(), owned.run(), clock.instant());
        }
    }

    @Deactivate
    synchronized void close() {
        Working closing = open;
        open = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
