// SPDX-License-Identifier: Apache-2.0
package org.huifang.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnector;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets running requests finish before the first bundle stops: when the framework begins to stop, the port is closed,
 * connections are told to end, and the framework waits until no request runs or patience is over.
 */
@Component(service = {Preprocessor.class, Draining.class})
public final class Draining implements Preprocessor, SynchronousBundleListener {
    private static final Logger LOG = LoggerFactory.getLogger(Draining.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ALL = 1_000_000;

    private final BundleContext context;
    private final Semaphore running = new Semaphore(ALL);
    private final LongAdder arrived = new LongAdder();
    private volatile boolean ending;
    private volatile @Nullable ServletContextHandler jetty;

    @Activate
    public Draining(BundleContext context) {
        this.context = context;
        context.addBundleListener(this);
    }

    @Deactivate
    void close() {
        context.removeBundleListener(this);
    }

    @Override
    public void init(FilterConfig config) {
        jetty = ServletContextHandler.getServletContextHandler(config.getServletContext());
    }

    @Override
    public void destroy() {
        jetty = null;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (ending && response instanceof HttpServletResponse http) {
            http.setHeader("Connection", "close");
        }
        arrived.increment();
        var counted = running.tryAcquire();
        try {
            chain.doFilter(request, response);
        } finally {
            if (counted) {
                running.release();
            }
        }
    }

    /** True while new requests are accepted. */
    boolean listening() {
        var handler = jetty;
        return handler != null && !ending
                && Arrays.stream(handler.getServer().getConnectors()).anyMatch(Connector::isStarted);
    }

    /** How many requests came since the start. */
    long arrived() {
        return arrived.sum();
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() != BundleEvent.STOPPING || event.getBundle().getBundleId() != 0) {
            return;
        }
        ending = true;
        var handler = jetty;
        if (handler != null) {
            for (var connector : handler.getServer().getConnectors()) {
                // Not shutdown(): it cuts off, after a second, requests whose bodies are still on their way.
                if (connector instanceof NetworkConnector network) {
                    network.close();
                }
            }
        }
        try {
            if (!running.tryAcquire(ALL, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("{} requests still ran after {} s and are cut off", ALL - running.availablePermits(),
                        PATIENCE.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
