// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Duration;
import java.time.InstantSource;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.History;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Reachability;
import org.huifang.api.archive.Tags;
import org.huifang.api.consent.Consents;
import org.huifang.api.consent.Policies;
import org.huifang.api.segment.Segments;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Persistence;

/**
 * The archive's services over a real database, put together as in the product, for the tests of every module that
 * stands on them. Closing ends the writers; the tables close with the database.
 */
public final class RealArchive implements AutoCloseable {
    private final Announcer announcer = new Announcer();
    private final ArchiveStore store;
    private final GroupCommitArchive archive;

    public RealArchive(Persistence database) {
        store = new ArchiveStore(database);
        archive = new GroupCommitArchive(store, announcer, 3, 256, Duration.ofSeconds(30));
    }

    public LearnerArchive archive() {
        return archive;
    }

    public Reachability reachability() {
        return new ReachingPeople(store);
    }

    public Segments segments(InstantSource clock) {
        return new StoredSegments(store, clock);
    }

    public Tags tags() {
        return new StoredTags(store);
    }

    public Consents consents() {
        return new KeepingConsents(store, announcer);
    }

    public Policies policies() {
        return new KeepingPolicies(store);
    }

    /** All that is recorded, sealed. */
    public History history() {
        var job = new SealHistory(store);
        while (job.run()) {
            // until nothing is left
        }
        return new SealedHistory(store, name -> {});
    }

    public FileKeeping keeping() {
        return new KeepingFiles(store, announcer, job -> {});
    }

    @Override
    public void close() {
        archive.close();
    }
}
