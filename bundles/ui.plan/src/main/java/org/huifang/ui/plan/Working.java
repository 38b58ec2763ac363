// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.huifang.ui.parts.Aside;
import org.huifang.ui.parts.ErrorNotice;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;

/** Shows that a change to a whole roster goes on. It goes to its end, whether or not somebody looks on; one at a time. */
final class Working extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final Span what = Pieces.told();
    private final Div failed = new Div();
    private final Div running;
    private boolean busy;

    Working() {
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.setMaxWidth("20rem");
        running = Layouts.slimColumn(bar, what);
        running.setVisible(false);
        getContent().add(running, failed);
    }

    boolean busy() {
        return busy;
    }

    /**
     * Begins the work, and comes back at once. What fails has changed nothing, and that is said here.
     *
     * @param sentence what goes on, translated already
     * @param work must not touch the page
     * @param then with the session locked
     */
    <T> void run(String sentence, Supplier<T> work, Consumer<T> then) {
        if (busy) {
            return;
        }
        busy = true;
        failed.removeAll();
        what.setText(sentence);
        running.setVisible(true);
        Aside.run(this, work, result -> {
            end();
            then.accept(result);
        }, () -> {
            end();
            failed.add(new ErrorNotice(getTranslation("plans.working.failed"), ""));
        });
    }

    private void end() {
        busy = false;
        running.setVisible(false);
        what.setText("");
    }
}
