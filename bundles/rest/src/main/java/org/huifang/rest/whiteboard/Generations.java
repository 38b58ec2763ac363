// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces Jersey as a whole, without a gap, when parts come and go: it cannot be changed while it runs. */
final class Generations {
    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);
    /** Parts come in swarms. */
    private static final long PAUSE_MILLIS = 50;

    private final Parts parts;
    private final Surround around;
    private final Holds holds;
    private final AtomicBoolean planned = new AtomicBoolean();
    private final ScheduledExecutorService renewing = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("rest-renewal").factory());
    private volatile @Nullable Container current;
    private volatile @Nullable ServletConfig servlet;

    Generations(Parts parts, Surround around, Holds holds) {
        this.parts = parts;
        this.around = around;
        this.holds = holds;
    }

    void start(ServletConfig config) throws ServletException {
        servlet = config;
        renew(config);
    }

    void renewSoon() {
        if (planned.compareAndSet(false, true)) {
            try {
                renewing.schedule(this::renewPlanned, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopped) {
                LOG.debug("parts changed while stopping");
            }
        }
    }

    private void renewPlanned() {
        planned.set(false);
        ServletConfig config = servlet;
        try {
            if (config != null) {
                renew(config);
            }
        } catch (ServletException | RuntimeException | LinkageError e) {
            LOG.error("a REST resource cannot be served; the others go on as they were", e);
        }
    }

    private synchronized void renew(ServletConfig config) throws ServletException {
        long asOf = System.nanoTime();
        List<Object> now = parts.now();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(Generations.class.getClassLoader());
        try {
            RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
            var all = new ArrayList<Object>(now);
            all.add(new RoutesResource(parts));
            all.add(new ContractResource(now));
            Container next = Container.start(new Jersey(around, all), config);
            Container last = current;
            current = next;
            if (last != null) {
                last.replace();
            }
            holds.open(now.stream().map(Parts::path).collect(Collectors.toSet()), asOf);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    void serve(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(Generations.class.getClassLoader());
        try {
            Container now = current;
            while (now != null && !now.serve(request, response)) {
                now = current;
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    void stop() {
        renewing.shutdownNow();
        Container last = current;
        current = null;
        if (last != null) {
            last.replace();
        }
    }
}
