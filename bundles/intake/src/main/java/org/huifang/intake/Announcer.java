// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.util.List;
import org.huifang.api.Change;
import org.huifang.api.ChangeListener;
import org.huifang.api.TenantId;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells open views that an import has moved on. */
@Component(service = Announcer.class)
public final class Announcer {
    static final String TOPIC = "intake";
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    @Reference
    private volatile List<ChangeListener> listeners = List.of();

    void tell(TenantId tenant) {
        var changes = List.of(new Change(tenant, TOPIC, null, null));
        for (ChangeListener listener : listeners) {
            try {
                listener.changed(changes);
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("{} could not be told of a change", listener.getClass().getName(), e);
            }
        }
    }
}
