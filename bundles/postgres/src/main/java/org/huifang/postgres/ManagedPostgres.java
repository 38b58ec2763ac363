// SPDX-License-Identifier: Apache-2.0
package org.huifang.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Objects;
import org.huifang.api.store.DatabaseAddress;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers the address of a database of Huifang's own as soon as it accepts connections, and ends the database when it
 * goes. Does nothing while the configuration of {@code org.huifang.persistence} names another database.
 */
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.huifang.api.store.DatabaseAddress\"", effective = "active")
@Component(immediate = true, service = {}, configurationPid = "org.huifang.persistence")
public final class ManagedPostgres {
    private static final Logger LOG = LoggerFactory.getLogger(ManagedPostgres.class);

    /** From the configuration of the database, whose other keys belong to whoever connects to it. */
    public @interface Config {
        /** An external database; then no own one is run. */
        String url() default "";

        /** Lines of postgresql.conf that win over the defaults, separated by semicolons. */
        String postgresSettings() default "";
    }

    private final BundleContext bundle;
    private final Config config;
    private final @Nullable Thread starting;
    private @Nullable Place place;
    private @Nullable Server server;
    private @Nullable ServiceRegistration<DatabaseAddress> offered;
    private boolean gone;

    @Activate
    public ManagedPostgres(BundleContext bundle, Config config) {
        this.bundle = bundle;
        this.config = config;
        // beside the other bundles' start, which need not wait for it
        this.starting = config.url().isBlank()
                ? Thread.ofPlatform().name("huifang-postgres-start").start(this::start)
                : null;
    }

    private synchronized void start() {
        if (gone) {
            return;
        }
        try {
            String data = Objects.requireNonNullElse(bundle.getProperty("huifang.data"), "data");
            Place found = new Place(Path.of(data));
            place = found;
            var cluster = new Cluster(found.folder(), Binaries.in(found.folder()), found.account());
            cluster.prepare("");
            var running = new Server(cluster, config.postgresSettings().replace(';', '\n'));
            server = running;
            running.start();
            String url = "jdbc:postgresql://127.0.0.1:" + running.port() + "/" + Cluster.NAME;
            LOG.info("PostgreSQL accepts connections at {}", url);
            var address = new Address(url, Cluster.NAME, cluster.password());
            offered = bundle.registerService(DatabaseAddress.class, address, new Hashtable<>());
        } catch (IOException | RuntimeException e) {
            LOG.error("Huifang's own PostgreSQL is not available: {}", e.getMessage(), e);
        }
    }

    @Deactivate
    void stop() throws IOException, InterruptedException {
        Thread thread = starting;
        if (thread != null) {
            thread.join();
        }
        end();
    }

    private synchronized void end() throws IOException {
        gone = true;
        if (offered != null) {
            offered.unregister();
        }
        if (server != null) {
            server.stop();
        }
        if (place != null) {
            place.close();
        }
    }

    private record Address(String url, String user, String password) implements DatabaseAddress {
        @Override
        public String toString() {
            return url;
        }
    }
}
