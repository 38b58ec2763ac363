// SPDX-License-Identifier: Apache-2.0
package org.huifang.operations;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives memory back to the machine when nobody asks for anything: the serial collector shrinks the heap only in a full
 * collection, which it does not begin by itself while there is room.
 */
@Component(service = IdleMemory.class, immediate = true)
public final class IdleMemory {
    private static final long PAUSE_SECONDS = 30;
    private static final long BUSY = 30;
    private static final long WORTH_IT = 24L << 20;

    private final ScheduledExecutorService watch = Executors
            .newSingleThreadScheduledExecutor(Thread.ofVirtual().name("huifang-idle-memory").factory());
    private final Draining requests;
    private long arrived;
    private long live;

    @Activate
    public IdleMemory(@Reference Draining requests) {
        this.requests = requests;
        watch.scheduleWithFixedDelay(this::look, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void close() {
        watch.shutdownNow();
    }

    private void look() {
        var now = requests.arrived();
        var quiet = now - arrived < BUSY;
        arrived = now;
        if (quiet && used() > live + live / 2 + WORTH_IT) {
            System.gc();
            live = used();
        }
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
