// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.live;

import com.vaadin.flow.component.UIDetachedException;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huifang.api.Change;
import org.huifang.api.ChangeListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects changes for 150 ms, then calls the views concerned, each on a virtual thread of its own. A view that takes long
 * is called more seldom: the next call waits for the end of the last one and three times as long as it took, or the calls
 * would pile up in its session while a list is imported.
 */
@Component(service = {ChangeListener.class, LiveChanges.class})
public final class LiveChanges implements ChangeListener {
    private static final Logger LOG = LoggerFactory.getLogger(LiveChanges.class);
    private static final long COLLECT_MS = 150;

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final Set<Watch> due = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("huifang-ui-live").factory());
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    @Activate
    public LiveChanges() {
    }

    @Override
    public void changed(Collection<Change> changes) {
        for (var watch : watches) {
            if (changes.stream().anyMatch(watch::concerns)) {
                due.add(watch);
            }
        }
        schedule();
    }

    private void schedule() {
        if (!due.isEmpty() && scheduled.compareAndSet(false, true)) {
            timer.schedule(this::deliver, COLLECT_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** After a view was called. */
    void rest(Watch watch, Turns turn, long nanos) {
        if (!timer.isShutdown()) {
            timer.schedule(() -> {
                if (turn.end() && watches.contains(watch)) {
                    due.add(watch);
                    schedule();
                }
            }, nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** For what the host itself has to do later or elsewhere. */
    public void later(long millis, Runnable work) {
        timer.schedule(() -> workers.execute(work), millis, TimeUnit.MILLISECONDS);
    }

    void add(Watch watch) {
        watches.add(watch);
    }

    void remove(Watch watch) {
        watches.remove(watch);
        due.remove(watch);
    }

    private void deliver() {
        scheduled.set(false);
        for (var watch : due) {
            due.remove(watch);
            workers.execute(() -> {
                try {
                    watch.deliver(this);
                } catch (UIDetachedException leftMeanwhile) {
                    remove(watch);
                } catch (RuntimeException e) {
                    LOG.warn("A view could not be told of a change", e);
                }
            });
        }
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
        workers.shutdownNow();
    }
}
