// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.util.Collection;
import java.util.List;
import org.huifang.api.Change;
import org.huifang.api.ChangeListener;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever listens; a listener that fails harms no other and no caller. */
@Component(service = Announcer.class)
public final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, fieldOption = FieldOption.REPLACE)
    private volatile List<ChangeListener> listeners = List.of();

    /** As a component; listeners come and go. */
    public Announcer() {
    }

    Announcer(List<ChangeListener> listeners) {
        this.listeners = listeners;
    }

    void tell(Collection<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        for (ChangeListener listener : listeners) {
            try {
                listener.changed(changes);
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("a listener for changes failed: {}", listener.getClass().getName(), e);
            }
        }
    }
}
