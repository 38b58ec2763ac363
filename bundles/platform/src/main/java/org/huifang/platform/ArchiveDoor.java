// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import org.huifang.api.archive.ArchiveUnavailable;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Receipt;
import org.huifang.api.archive.Tail;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The archive, which may be away while its bundle is updated: launches then say "in a moment" instead of 404. */
@Component(service = ArchiveDoor.class)
public final class ArchiveDoor {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable LearnerArchive archive;

    @Activate
    public ArchiveDoor() {
    }

    ArchiveDoor(LearnerArchive archive) {
        this.archive = archive;
    }

    Receipt record(Delivery delivery) {
        return there().record(delivery);
    }

    @SafeVarargs
    final Tail tail(String cursor, int limit, Class<? extends Fact>... kinds) {
        return there().tail(cursor, limit, kinds);
    }

    private LearnerArchive there() {
        LearnerArchive there = archive;
        if (there == null) {
            throw new ArchiveUnavailable("the archive is being updated", new IllegalStateException("no archive"));
        }
        return there;
    }
}
