// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.huifang.ui.Live;
import org.jspecify.annotations.Nullable;

/**
 * One long reading at a time that does not hold the session, and that can be broken off: when its component goes, the
 * thread is interrupted and nothing comes back. {@link org.huifang.ui.parts.Aside} is for what must go to its end.
 */
final class Background {
    /** Where the way back to the page begins, found before the thread does. */
    private final Supplier<Consumer<Runnable>> pages;
    private @Nullable Running running;

    private static final class Running {
        private @Nullable Thread thread;
    }

    /** Ends with this component. */
    Background(Component owner) {
        this(() -> {
            var ui = owner.getUI().orElseGet(UI::getCurrent);
            return change -> {
                if (Live.open(ui)) {
                    ui.access(change::run);
                }
            };
        });
        owner.addDetachListener(event -> cancel());
    }

    Background(Supplier<Consumer<Runnable>> pages) {
        this.pages = pages;
    }

    boolean busy() {
        return running != null;
    }

    /**
     * Begins the work and comes back at once; what went on before is broken off.
     *
     * @param work must not touch the page
     * @param then with the session locked, unless it was broken off
     * @param failed likewise, after an exception
     */
    <T> void run(Supplier<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
        cancel();
        var page = pages.get();
        var mine = new Running();
        var thread = Thread.ofVirtual().name("huifang-background").unstarted(() -> {
            try {
                T result = work.get();
                page.accept(() -> end(mine, () -> then.accept(result)));
            } catch (RuntimeException e) {
                page.accept(() -> end(mine, () -> failed.accept(e)));
            }
        });
        mine.thread = thread;
        running = mine;
        thread.start();
    }

    /** Breaks it off; nothing of it comes back. */
    void cancel() {
        var now = running;
        running = null;
        if (now != null && now.thread != null) {
            now.thread.interrupt();
        }
    }

    private void end(Running of, Runnable told) {
        if (running == of) {
            running = null;
            told.run();
        }
    }
}
