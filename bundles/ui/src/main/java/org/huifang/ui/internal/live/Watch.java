// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.live;

import com.vaadin.flow.component.UI;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.Change;
import org.huifang.api.TenantId;
import org.huifang.ui.Viewer;
import org.huifang.ui.internal.host.HostService;
import org.jspecify.annotations.Nullable;

/** One view's wish to be told; known to the dispatcher only while the view is attached. */
public final class Watch {
    private static final int REST = 3;

    private final Set<String> topics;
    private final @Nullable UUID learner;
    private final @Nullable UUID course;
    private final Runnable refresh;
    private volatile @Nullable UI ui;
    private volatile @Nullable TenantId tenant;
    private @Nullable LiveChanges changes;
    private volatile Turns turns = new Turns();

    public Watch(Set<String> topics, @Nullable UUID learner, @Nullable UUID course, Runnable refresh) {
        this.topics = topics;
        this.learner = learner;
        this.course = course;
        this.refresh = refresh;
    }

    public void begin(UI on) {
        begin(on, Viewer.find().map(Viewer::tenant).orElse(null), HostService.of(on).host().changes());
    }

    void begin(UI on, @Nullable TenantId of, LiveChanges told) {
        end();
        ui = on;
        tenant = of;
        // a page that went away may never have ended its turn
        turns = new Turns();
        changes = told;
        told.add(this);
    }

    public void end() {
        if (changes != null) {
            changes.remove(this);
        }
        ui = null;
    }

    boolean concerns(Change change) {
        return change.tenant().equals(tenant) && (topics.isEmpty() || topics.contains(change.topic()))
                && fits(learner, change.learner()) && fits(course, change.course());
    }

    private static boolean fits(@Nullable UUID wanted, @Nullable UUID told) {
        return wanted == null || told == null || wanted.equals(told);
    }

    /** Runs in the view's session; whatever the view throws is reported on its page by Vaadin's error handler. */
    void deliver(LiveChanges told) {
        var on = ui;
        var turn = turns;
        if (on != null && on.isAttached() && turn.begin()) {
            on.access(() -> {
                long begun = System.nanoTime();
                try {
                    if (ui != null) {
                        refresh.run();
                    }
                } finally {
                    told.rest(this, turn, REST * (System.nanoTime() - begun));
                }
            });
        }
    }
}
