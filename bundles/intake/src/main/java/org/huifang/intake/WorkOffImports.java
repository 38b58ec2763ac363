// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.Job;
import org.huifang.api.TenantId;
import org.huifang.api.archive.ArchiveUnavailable;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.Format;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.ImportState;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.SqlFailed;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Goes on with the imports that have waited longest, some rows of each in turn. Whatever cuts one off, a killed process or
 * an archive that is away, the next run takes up the chunk that was not ended; its delivery counts once. What fails
 * otherwise, three times at the same rows, has failed.
 */
@Component(service = Job.class)
public final class WorkOffImports implements Job {
    static final String NAME = "intake.work";
    /** As many are worked on in turn, each with its file laid out; the next begin when one of them has ended. */
    private static final int AT_ONCE = 8;
    private static final int ATTEMPTS = 3;

    private final IntakeStore store;
    private final LearnerArchive archive;
    private final FileKeeping files;
    private final RosterCourses courses;
    private final Announcer announcer;
    private final InstantSource clock;
    private final Map<UUID, Working> open = new HashMap<>();
    private final Map<UUID, Integer> failures = new HashMap<>();
    private @Nullable UUID last;

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
        List<Runs.Owned> busy = store.ofAll(connection -> Runs.busy(connection, AT_ONCE));
        Set<UUID> ids = busy.stream().map(owned -> owned.run().id()).collect(Collectors.toSet());
        List.copyOf(open.keySet()).stream().filter(id -> !ids.contains(id)).forEach(this::close);
        failures.keySet().retainAll(ids);
        if (busy.isEmpty()) {
            return false;
        }
        Runs.Owned owned = next(busy);
        UUID id = owned.run().id();
        last = id;
        try {
            if (owned.run().state() == ImportState.UNDOING) {
                undo(owned);
            } else {
                read(owned);
            }
            failures.remove(id);
        } catch (FileRefused e) {
            close(id);
            fail(owned, e);
        } catch (IOException e) {
            broken(owned, e);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            broken(owned, e);
            throw e;
        }
        announcer.tell(owned.tenant(), IntakeStore.TOPIC);
        return true;
    }

    /** Each in its turn: nobody's list waits until another one has been read to its end. */
    private Runs.Owned next(List<Runs.Owned> busy) {
        for (int i = 0; i < busy.size() - 1; i++) {
            if (busy.get(i).run().id().equals(last)) {
                return busy.get(i + 1);
            }
        }
        return busy.getFirst();
    }

    /** What was read of this chunk is not in the reader any more; what fails again and again would do so for ever. */
    private void broken(Runs.Owned owned, Exception why) {
        UUID id = owned.run().id();
        close(id);
        boolean away = why instanceof ArchiveUnavailable || why instanceof StoreUnavailable
                || why instanceof SqlFailed failed && failed.transientConflict();
        if (!away && failures.merge(id, 1, Integer::sum) >= ATTEMPTS) {
            failures.remove(id);
            fail(owned, new FileRefused(FileRefused.Reason.BROKE_OFF, 0, why));
            announcer.tell(owned.tenant(), IntakeStore.TOPIC);
        }
    }

    private void fail(Runs.Owned owned, FileRefused why) {
        store.of(owned.tenant(), connection -> {
            Runs.fail(connection, owned.run().id(), why, clock.instant());
            return why;
        });
    }

    private void read(Runs.Owned owned) throws FileRefused, IOException {
        ImportRun run = owned.run();
        Working working = open.get(run.id());
        if (working == null || !working.isOf(run.id(), run.state())) {
            close(run.id());
            working = working(owned.tenant(), run);
            open.put(run.id(), working);
        }
        if (!working.advance()) {
            close(run.id());
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
            Undoing.advance(store, archive, files, owned.tenant(), owned.run(), clock.instant());
        }
    }

    @Deactivate
    synchronized void close() {
        List.copyOf(open.keySet()).forEach(this::close);
    }

    private void close(UUID run) {
        Working closing = open.remove(run);
        if (closing != null) {
            try {
                closing.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
