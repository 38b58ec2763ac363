// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence;

import java.util.Collection;
import java.util.List;
import org.huifang.api.Change;
import org.huifang.api.ChangeListener;
import org.huifang.api.TenantId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open views and followers that something was committed: to be called after the commit. It returns when all have
 * been told; a listener that fails harms no other and no caller. Safe for many threads.
 */
@Component(service = Announcer.class)
public final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    @Reference
    private volatile List<ChangeListener> listeners = List.of();

    /** As a component; listeners come and go. */
    @Activate
    public Announcer() {
    }

    /** Tells these only. */
    public Announcer(List<ChangeListener> listeners) {
        this.listeners = listeners;
    }

    /** Of everything of a kind that a tenant has. */
    public void tell(TenantId tenant, String topic) {
        tell(List.of(new Change(tenant, topic, null, null)));
    }

    /** Of everything of a kind that these tenants have; each is told of once. */
    public void tell(Collection<TenantId> tenants, String topic) {
        tell(tenants.stream().distinct().map(tenant -> new Change(tenant, topic, null, null)).toList());
    }

    /** Does nothing when there are none. */
    public void tell(Collection<Change> changes) {
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
