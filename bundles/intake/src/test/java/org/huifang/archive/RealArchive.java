// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Duration;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.persistence.testing.TestDatabase;

/** The archive as it runs in the product, for an import to write into. */
public final class RealArchive implements AutoCloseable {
    private final ArchiveStore store;
    private final GroupCommitArchive archive;

    public RealArchive(TestDatabase database) {
        store = new ArchiveStore(database.open("archive", "org/huifang/archive/changelog.sql", FileOfLearner.ENTITIES));
        archive = new GroupCommitArchive(store, new Announcer(), 2, 64, Duration.ofSeconds(30));
    }

    public LearnerArchive archive() {
        return archive;
    }

    public FileKeeping keeping() {
        return new KeepingFiles(store, new Announcer(), job -> {});
    }

    @Override
    public void close() {
        archive.close();
    }
}
