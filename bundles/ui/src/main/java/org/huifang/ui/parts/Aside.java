// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.huifang.ui.Live;
import org.slf4j.LoggerFactory;

/**
 * Work that must not hold the session: an installation waits for the very views of this session to let go, a roster for
 * another server. The thread ends with the work, and nothing of the view is kept after it.
 */
public final class Aside {
    private Aside() {
    }

    /**
     * Begins the work and comes back at once.
     *
     * @param owner what the work is for; tells the page to come back to
     * @param work must not touch the page
     * @param then with the session locked, if the page is still there
     * @param failed likewise, after an exception, which is in the log
     */
    public static <T> void run(Component owner, Supplier<T> work, Consumer<T> then, Runnable failed) {
        var ui = owner.getUI().orElseGet(UI::getCurrent);
        var name = owner.getClass().getName();
        Thread.ofVirtual().name("huifang-aside").start(() -> {
            try {
                var result = work.get();
                later(ui, () -> then.accept(result));
            } catch (RuntimeException | Error e) {
                LoggerFactory.getLogger(name).error("Work aside from the page failed", e);
                later(ui, failed);
            }
        });
    }

    private static void later(UI ui, Runnable change) {
        if (Live.open(ui)) {
            ui.access(change::run);
        }
    }
}
