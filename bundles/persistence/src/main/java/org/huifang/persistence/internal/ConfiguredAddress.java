// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import java.util.Hashtable;
import java.util.Map;
import org.huifang.api.store.DatabaseAddress;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Offers the external database when the configuration names one. */
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.huifang.api.store.DatabaseAddress\"", effective = "active")
@Component(immediate = true, service = {}, configurationPid = Settings.PID)
@Designate(ocd = Settings.class)
public final class ConfiguredAddress {
    private final @Nullable ServiceRegistration<DatabaseAddress> offered;

    @Activate
    public ConfiguredAddress(BundleContext bundle, Settings settings) {
        this.offered = settings.url().isBlank()
                ? null
                : bundle.registerService(DatabaseAddress.class,
                        new External(settings.url().strip(), settings.user(), settings.password()),
                        new Hashtable<>(Map.of(Constants.SERVICE_RANKING, 100)));
    }

    @Deactivate
    void withdraw() {
        if (offered != null) {
            offered.unregister();
        }
    }

    private record External(String url, String user, String password) implements DatabaseAddress {
        @Override
        public String toString() {
            return url;
        }
    }
}
