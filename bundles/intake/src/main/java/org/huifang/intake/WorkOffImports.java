// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.huifang.api.Job;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.ImportState;
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
    private final Announcer announcer;
    private final InstantSource clock;
    private @Nullable Phase open;

    @Activate
    public WorkOffImports(@Reference IntakeStore store, @Reference LearnerArchive archive,
            @Reference FileKeeping files, @Reference Announcer announcer, @Reference InstantSource clock) {
        this.store = store;
        this.archive = archive;
        this.files = files;
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
                Undoing.advance(store, archive, owned.tenant(), owned.run(), clock.instant());
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
        announcer.tell(owned.tenant());
        return true;
    }

    private void read(Runs.Owned owned) throws FileRefused, IOException {
        if (open == null || !open.isOf(owned.run().id(), owned.run().state())) {
            close();
            open = new Phase(store, archive, files, clock, owned.tenant(), owned.run());
        }
        if (!open.advance()) {
            close();
        }
    }

    @Deactivate
    synchronized void close() {
        Phase closing = open;
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
