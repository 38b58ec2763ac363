// SPDX-License-Identifier: Apache-2.0
package org.huifang.evaluation;

import java.util.List;
import org.huifang.api.Change;
import org.huifang.api.ChangeListener;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells open views that numbers have changed. */
@Component(service = Announcer.class)
public final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    @Reference
    private volatile List<ChangeListener> listeners = List.of();

    void tell(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        for (ChangeListener listener : listeners) {
            try {
                listener.changed(changes);
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("{} could not be told of a change", listener.getClass().getName(), e);
            }
        }
    }
}
