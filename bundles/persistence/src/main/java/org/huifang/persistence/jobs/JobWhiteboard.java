// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.jobs;

import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.huifang.api.Change;
import org.huifang.api.ChangeListener;
import org.huifang.api.Job;
import org.huifang.api.Jobs;
import org.huifang.persistence.clock.DatabaseClock;
import org.huifang.persistence.internal.Connected;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the {@link Job} services that come and go to the runner. */
@Component(immediate = true)
public final class JobWhiteboard implements Jobs, ChangeListener {
    private static final Logger LOG = LoggerFactory.getLogger(JobWhiteboard.class);
    private final BundleContext bundle;
    private final HikariDataSource pool;
    private final JobRunner runner;
    private final Map<ServiceReference<Job>, Job> running = new ConcurrentHashMap<>();
    /** A job may need this service itself, which is not there before its own activation has ended. */
    private final ExecutorService later = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("huifang-jobs").daemon().factory());

    @Activate
    public JobWhiteboard(BundleContext bundle, @Reference Connected connected, @Reference DatabaseClock clock)
            throws SQLException {
        this.bundle = bundle;
        this.pool = connected.scheduling();
        this.runner = new JobRunner(pool, node(bundle));
        clock.whenMoved(runner::wakeAll);
    }

    /** The data folder belongs to one process at a time. */
    private static String node(BundleContext bundle) {
        String data = Path.of(Objects.requireNonNullElse(bundle.getProperty("huifang.data"), "data")).toAbsolutePath()
                .toString();
        try {
            return InetAddress.getLocalHost().getHostName() + ":" + data;
        } catch (UnknownHostException e) {
            return "?:" + data;
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, service = Job.class)
    void add(ServiceReference<Job> reference) {
        later.execute(() -> {
            Job job = bundle.getService(reference);
            if (job != null) {
                try {
                    runner.add(job);
                    running.put(reference, job);
                } catch (RuntimeException e) {
                    LOG.error("A job is not run: {}", e.getMessage(), e);
                    bundle.ungetService(reference);
                }
            }
        });
    }

    void remove(ServiceReference<Job> reference) {
        // one that is still being added finds its service gone
        Job job = running.remove(reference);
        if (job != null) {
            runner.remove(job);
            bundle.ungetService(reference);
        }
    }

    @Override
    public void wake(String name) {
        runner.wake(name);
    }

    @Override
    public void changed(Collection<Change> changes) {
        runner.heard(changes.stream().map(Change::topic).collect(Collectors.toSet()));
    }

    @Deactivate
    void close() {
        later.shutdownNow();
        runner.close();
        pool.close();
    }
}
