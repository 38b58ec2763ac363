// SPDX-License-Identifier: Apache-2.0
package org.huifang.operations;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the start until all health checks are content, and tells then what to open. */
@Component(service = Readiness.class, immediate = true)
public final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final long PAUSE = 100;
    private static final long LONGEST = 250;
    private static final long PATIENCE = 20_000;

    private final ScheduledExecutorService watch = Executors
            .newSingleThreadScheduledExecutor(Thread.ofVirtual().name("huifang-readiness").factory());
    private final Health health;
    private final Announcements announcements;
    private final Path ready;
    private final boolean quiet;
    private boolean complained;

    @Activate
    public Readiness(BundleContext context, @Reference Health health, @Reference Announcements announcements)
            throws IOException {
        this.health = health;
        this.announcements = announcements;
        this.quiet = Boolean.parseBoolean(context.getProperty("huifang.quiet"));
        this.ready = Path.of(context.getProperty("huifang.data"), "run", "ready");
        Files.deleteIfExists(ready);
        watch.schedule(this::look, PAUSE, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void close() throws IOException {
        watch.shutdownNow();
        Files.deleteIfExists(ready);
    }

    private void look() {
        var begun = System.nanoTime();
        if (!ready()) {
            // On a busy machine the asking must not keep the start from its work.
            var took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            watch.schedule(this::look, Math.clamp(took * 5, PAUSE, LONGEST), TimeUnit.MILLISECONDS);
        }
    }

    private boolean ready() {
        List<String> complaints;
        try {
            complaints = health.hindrances();
        } catch (RuntimeException e) {
            LOG.debug("Health cannot be asked yet", e);
            return false;
        }
        var age = ManagementFactory.getRuntimeMXBean().getUptime();
        if (complaints.isEmpty()) {
            tell(age);
            return true;
        }
        if (age > PATIENCE && !complained) {
            complained = true;
            LOG.warn("Not ready after {} s: {}", age / 1000, String.join("; ", complaints));
        }
        return false;
    }

    private void tell(long age) {
        LOG.info("Ready {} ms after the start", age);
        if (!quiet) {
            // Not through the log: the text holds one-time links.
            System.out.println("\n" + announcements.text() + "\n");
        }
        // last, so that who waits for the mark finds the rest done
        try {
            Files.writeString(ready, Long.toString(age));
        } catch (IOException e) {
            LOG.warn("The mark of readiness could not be written", e);
        }
    }
}
