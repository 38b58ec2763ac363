// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.Change;
import org.huifang.api.TenantId;
import org.huifang.persistence.Announcer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells open views and followers that something was committed here. */
@Component(service = Telling.class)
public final class Telling {
    static final String TOPIC = "revisit";
    /** More than this are told by course. */
    private static final int MANY = 50;

    private final Announcer announcer;

    @Activate
    public Telling(@Reference Announcer announcer) {
        this.announcer = announcer;
    }

    void changed(TenantId tenant, UUID learner, UUID course) {
        announcer.tell(List.of(new Change(tenant, TOPIC, learner, course)));
    }

    void changed(Collection<PlaceKey> places) {
        if (!places.isEmpty()) {
            Stream<Change> changes = places.size() > MANY
                    ? places.stream().map(p -> new Change(p.tenant(), TOPIC, null, p.course()))
                    : places.stream().map(p -> new Change(p.tenant(), TOPIC, p.learner(), p.course()));
            announcer.tell(changes.distinct().toList());
        }
    }

    /** A plan or a trigger is not as before. */
    void plans(TenantId tenant) {
        announcer.tell(tenant, TOPIC);
    }
}
