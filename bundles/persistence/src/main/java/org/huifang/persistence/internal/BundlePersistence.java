// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import org.huifang.persistence.Persistence;
import org.huifang.persistence.Unit;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** One per client bundle, in which it finds changelog and entities. */
@Component(scope = ServiceScope.BUNDLE)
public final class BundlePersistence implements Persistence {
    private final ClassLoader client;
    private final Connected connected;
    private final StoreHealth health;

    @Activate
    public BundlePersistence(ComponentContext context, @Reference Connected connected, @Reference StoreHealth health) {
        this.client = context.getUsingBundle().adapt(BundleWiring.class).getClassLoader();
        this.connected = connected;
        this.health = health;
    }

    @Override
    public Unit open(String schema, String changelog, Class<?>... entities) {
        try {
            Unit unit = connected.opening().open(client, schema, changelog, entities);
            health.opened(schema);
            return unit;
        } catch (RuntimeException e) {
            health.failed(schema, String.valueOf(e.getMessage()));
            throw e;
        }
    }
}
