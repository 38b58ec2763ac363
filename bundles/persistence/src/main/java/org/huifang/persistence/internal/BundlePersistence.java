// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.persistence.Persistence;
import org.huifang.persistence.Unit;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One per client bundle, in which it finds changelog and entities. */
@Component(scope = ServiceScope.BUNDLE)
public final class BundlePersistence implements Persistence {
    private static final Logger LOG = LoggerFactory.getLogger(BundlePersistence.class);
    private final ClassLoader client;
    private final Connected connected;
    private final StoreHealth health;

    @Activate
    public BundlePersistence(ComponentContext context, @Reference Connected connected, @Reference StoreHealth health) {
        this.client = context.getUsingBundle().adapt(BundleWiring.class).getClassLoader();
        this.connected = connected;
        this.health = health;
    }

    private void compare(String schema, StoreUnit unit) {
        while (!unit.isClosed()) {
            try {
                unit.compare();
                break;
            } catch (StoreUnavailable away) {
                LOG.debug("The store {} is compared again in a second", schema, away);
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            } catch (RuntimeException e) {
                LOG.error("The store {} cannot be used", schema, e);
                health.failed(schema, String.valueOf(e.getMessage()));
                return;
            }
        }
        health.opened(schema);
    }

    @Override
    public Unit open(String schema, String changelog, Class<?>... entities) {
        try {
            StoreUnit unit = connected.opening().open(client, schema, changelog, entities);
            if (entities.length == 0) {
                health.opened(schema);
            } else {
                health.opening(schema);
                // beside what else starts; whoever needs a session before it is done waits
                Thread.ofPlatform().daemon().name("huifang-store-" + schema).start(() -> compare(schema, unit));
            }
            return unit;
        } catch (RuntimeException e) {
            health.failed(schema, String.valueOf(e.getMessage()));
            throw e;
        }
    }
}
