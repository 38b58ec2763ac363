// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Hashtable;
import java.util.function.Supplier;
import org.huifang.api.store.DatabaseAddress;
import org.huifang.api.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects to the database whose address is offered, however long that takes, and then offers {@link Connected}. */
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.huifang.persistence.internal.Connected\"", effective = "active")
@Component(immediate = true, service = {}, configurationPid = Settings.PID)
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private final BundleContext bundle;
    private final StoreHealth health;
    private final String url;
    private final HikariDataSource pool;
    private final Supplier<HikariDataSource> scheduling;
    private final Thread connecting;
    private volatile boolean gone;
    private @Nullable ServiceRegistration<Connected> offered;

    @Activate
    public Database(BundleContext bundle, Settings settings, @Reference StoreHealth health,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) DatabaseAddress address) {
        this.bundle = bundle;
        this.health = health;
        this.url = address.url();
        this.pool = Pool.open(url, address.user(), address.password(), settings.poolSize());
        this.scheduling = () -> Pool.forScheduling(url, address.user(), address.password());
        health.connecting(pool);
        this.connecting = Thread.ofPlatform().name("huifang-database").start(this::connect);
    }

    private void connect() {
        boolean told = false;
        while (!gone) {
            try {
                String version = ServerCheck.passed(pool);
                var opening = new Opening(pool);
                opening.prepare();
                LOG.info("Connected to PostgreSQL {} at {}", version, url);
                health.connected();
                offer(new Connected(pool, opening, scheduling));
                return;
            } catch (SQLException | StoreUnavailable e) {
                if (!told && !gone) {
                    LOG.warn("The database at {} does not answer yet: {}", url, e.getMessage());
                    told = true;
                }
            } catch (RuntimeException e) {
                LOG.error("The database at {} cannot be used: {}", url, e.getMessage(), e);
                health.unusable(String.valueOf(e.getMessage()));
                return;
            }
        }
    }

    private void offer(Connected connected) {
        ServiceRegistration<Connected> registration = bundle.registerService(Connected.class, connected,
                new Hashtable<>());
        synchronized (this) {
            if (!gone) {
                offered = registration;
                return;
            }
        }
        registration.unregister();
    }

    @Deactivate
    void disconnect() {
        ServiceRegistration<Connected> registration;
        synchronized (this) {
            gone = true;
            registration = offered;
        }
        if (registration != null) {
            registration.unregister();
        }
        health.disconnected();
        pool.close();
        connecting.interrupt();
    }
}
