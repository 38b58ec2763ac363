// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.views;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.huifang.ui.AdminView;
import org.huifang.ui.internal.host.Leaks;
import org.huifang.ui.internal.live.LiveChanges;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The views that are there now, and for a few seconds those that were. */
@Component(service = Contributions.class)
public final class Contributions {
    /** How long a view that went is expected back before people are told that it is gone. */
    public static final long GRACE_MS = 5_000;
    private static final long LET_GO_MS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(Contributions.class);

    /** Whoever shows views or a menu of them. Called on any thread; does its work in its own session. */
    public interface Observer {
        /** Something came, went or is no longer expected. */
        void changed();

        /** Lets go of this view at once if it is shown; done when the future is. */
        Future<?> letGo(Contribution gone);
    }

    private final BundleContext context;
    private final LiveChanges later;
    private final Map<Contribution, ServiceReference<AdminView>> present = new ConcurrentHashMap<>();
    private final Map<Contribution, Long> expected = new ConcurrentHashMap<>();
    private final Set<Observer> observers = ConcurrentHashMap.newKeySet();

    @Activate
    public Contributions(BundleContext context, @Reference LiveChanges later) {
        this.context = context;
        this.later = later;
    }

    @Reference(service = AdminView.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(ServiceReference<AdminView> reference) {
        var came = Contribution.of(reference::getProperty);
        expected.keySet().removeIf(came::sameView);
        present.put(came, reference);
        observers.forEach(Observer::changed);
    }

    void unbind(ServiceReference<AdminView> reference) {
        var gone = Contribution.of(reference::getProperty);
        expected.put(gone, System.nanoTime());
        present.remove(gone);
        // the bundle stops only after its instances are let go, so that no click meets a half-gone class loader
        await(observers.stream().map(observer -> observer.letGo(gone)).toList());
        Leaks.clean();
        later.later(GRACE_MS, () -> {
            if (expected.remove(gone) != null) {
                observers.forEach(Observer::changed);
            }
            Leaks.clean();
        });
    }

    public void add(Observer observer) {
        observers.add(observer);
    }

    public void remove(Observer observer) {
        observers.remove(observer);
    }

    /** The view for this path: the longest that fits. */
    public Optional<Contribution> at(String path) {
        return best(present.keySet(), path);
    }

    static Optional<Contribution> best(Collection<Contribution> views, String path) {
        return views.stream().filter(view -> view.fits(path)).max(BEST);
    }

    /** Whether a view for this path went just now and may come back. */
    public boolean expected(String path) {
        return expected.keySet().stream().anyMatch(view -> view.fits(path));
    }

    /** All that have a menu item, in order, those being updated included. */
    public List<Contribution> menu() {
        return Stream.concat(present.keySet().stream(), expected.keySet().stream())
                .filter(Contribution::menu).sorted(Contribution.IN_MENU).toList();
    }

    /** Makes an instance of a view; empty when it went just now. Close it when it is not shown any more. */
    public Optional<Opened> open(Contribution contribution) {
        var reference = present.get(contribution);
        ServiceObjects<AdminView> objects = reference == null ? null : context.getServiceObjects(reference);
        if (objects == null) {
            return Optional.empty();
        }
        var view = objects.getService();
        return view == null ? Optional.empty() : Optional.of(new Opened(contribution, view, () -> give(objects, view)));
    }

    private static void give(ServiceObjects<AdminView> objects, AdminView view) {
        try {
            objects.ungetService(view);
        } catch (IllegalStateException | IllegalArgumentException goneAlready) {
            LOG.debug("A view was given back after its service had gone");
        }
    }

    private static void await(List<? extends Future<?>> all) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LET_GO_MS);
        for (var one : all) {
            try {
                one.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException e) {
                LOG.debug("A page did not let go of a view in time", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static final Comparator<Contribution> BEST = Comparator
            .comparingInt((Contribution view) -> view.path().length()).thenComparingInt(Contribution::ranking)
            .thenComparing(Comparator.comparingLong(Contribution::service).reversed());
}
