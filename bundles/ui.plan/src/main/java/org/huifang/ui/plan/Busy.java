// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Zone;

/** Shows that something is being read in the background, and lets one break it off. */
final class Busy extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Background background = new Background(this);
    private final Span what = Pieces.told();

    Busy() {
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.setMaxWidth("20rem");
        getContent().add(Layouts.slimColumn(bar,
                Layouts.line(what, Buttons.small(getTranslation("plans.busy.stop"), this::stop))));
        addDetachListener(event -> stop());
        stop();
    }

    boolean busy() {
        return background.busy();
    }

    /**
     * Begins to read, and comes back at once.
     *
     * @param sentence what goes on, translated already
     * @param work must not touch the page
     * @param then with the session locked; where it fails, as where the work does, the zone says so
     * @param again called when one tries once more
     */
    <T> void run(String sentence, Zone zone, Supplier<T> work, Consumer<T> then, Runnable again) {
        what.setText(sentence);
        setVisible(true);
        background.run(work, result -> {
            stop();
            zone.run(() -> then.accept(result));
        }, failure -> {
            stop();
            var first = new AtomicBoolean(true);
            zone.run(() -> {
                if (first.getAndSet(false)) {
                    throw failure;
                }
                again.run();
            });
        });
    }

    /** Breaks it off. */
    void stop() {
        background.cancel();
        setVisible(false);
        what.setText("");
    }
}
