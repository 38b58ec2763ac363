// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.Change;
import org.huifang.api.ChangeListener;
import org.huifang.api.TenantId;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells open views and followers that something was committed here. */
@Component(service = Announcer.class)
public final class Announcer {
    static final String TOPIC = "revisit";
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    /** More than this are told by course. */
    private static final int MANY = 50;

    @Reference
    private volatile List<ChangeListener> listeners = List.of();

    void changed(TenantId tenant, UUID learner, UUID course) {
        tell(List.of(new Change(tenant, TOPIC, learner, course)));
    }

    void changed(Collection<PlaceKey> places) {
        if (!places.isEmpty()) {
            Stream<Change> changes = places.size() > MANY
                    ? places.stream().map(p -> new Change(p.tenant(), TOPIC, null, p.course()))
                    : places.stream().map(p -> new Change(p.tenant(), TOPIC, p.learner(), p.course()));
            tell(changes.distinct().toList());
        }
    }

    private void tell(List<Change> changes) {
        for (ChangeListener listener : listeners) {
            try {
                listener.changed(changes);
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("{} could not be told of a change", listener.getClass().getName(), e);
            }
        }
    }
}
