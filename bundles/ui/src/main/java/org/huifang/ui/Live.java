// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.Change;
import org.huifang.ui.internal.live.Watch;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a view fresh: calls it back after something it shows was committed, while it is attached, with the session
 * locked and the result pushed. Several changes within about 150 ms come as one call. The view reads again; it must keep
 * focus, selection and scroll position, so it updates rows in place and says "3 new" rather than moving what is read.
 *
 * <pre>
 * Live.of(this).topics("archive", "revisit").course(course).refresh(this::load);
 * </pre>
 */
public final class Live {
    private final Component owner;
    private Set<String> topics = Set.of();
    private @Nullable UUID learner;
    private @Nullable UUID course;

    private Live(Component owner) {
        this.owner = owner;
    }

    /** Begins a subscription that lives as long as this component is attached. */
    public static Live of(Component owner) {
        return new Live(owner);
    }

    /** Only changes of these topics, see {@link Change#topic()}; none named: all. */
    public Live topics(String... names) {
        topics = Set.of(names);
        return this;
    }

    /** Only changes of this learner, and those that name none. */
    public Live learner(@Nullable UUID id) {
        learner = id;
        return this;
    }

    /** Only changes of this course, and those that name none. */
    public Live course(@Nullable UUID id) {
        course = id;
        return this;
    }

    /**
     * Subscribes. Only changes of the viewer's tenant arrive.
     *
     * @return ends it early; not needed otherwise
     */
    public Registration refresh(Runnable refresh) {
        var watch = new Watch(topics, learner, course, refresh);
        owner.getUI().ifPresent(watch::begin);
        var attach = owner.addAttachListener(event -> watch.begin(event.getUI()));
        var detach = owner.addDetachListener(event -> watch.end());
        return Registration.combine(attach, detach, watch::end);
    }

    /** Whether this UI still takes callbacks; for work that a view hands to another thread. */
    public static boolean open(UI ui) {
        return ui.isAttached() && !ui.isClosing();
    }
}
