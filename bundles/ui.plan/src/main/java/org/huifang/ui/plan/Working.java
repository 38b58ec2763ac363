// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.Position;
import com.vaadin.flow.theme.lumo.LumoUtility.ZIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.huifang.ui.parts.Aside;
import org.huifang.ui.parts.ErrorNotice;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;

/**
 * Shows that a change of one plan to a whole roster goes on. It goes to its end, whether or not somebody looks on; one at
 * a time. Until then the store holds the plan: who changed it would wait, and the whole session with them.
 */
final class Working extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int STAYS_MS = 10_000;

    private final transient Supplier<String> plan;
    private final transient Consumer<Boolean> usable;
    private final transient Runnable unsure;
    private final transient List<Runnable> waiting = new ArrayList<>();
    private final Span what = Pieces.told();
    private final Div failed = new Div();
    private final Div running;
    private String name = "";
    private boolean busy;
    private boolean away;

    /**
     * @param plan what the plan is called
     * @param usable told whether the plan can be changed, when that changes
     * @param unsure called after a failure, which may have been before or after the change was made
     */
    Working(Supplier<String> plan, Consumer<Boolean> usable, Runnable unsure) {
        this.plan = plan;
        this.usable = usable;
        this.unsure = unsure;
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.setMaxWidth("20rem");
        running = Layouts.slimColumn(bar, what);
        // in sight from wherever on the page it was begun
        getContent().addClassNames(Position.STICKY, Position.Top.NONE, ZIndex.SMALL, Background.BASE);
        getContent().add(running, failed);
        setVisible(false);
        addAttachListener(event -> away = false);
        addDetachListener(event -> away = true);
    }

    /** Whether one looks at something else than this plan by now. */
    boolean away() {
        return away;
    }

    /**
     * Begins the work, and comes back at once. What fails is said here.
     *
     * @param sentence what goes on, translated already
     * @param work must not touch the page
     * @param then with the session locked
     */
    <T> void run(String sentence, Supplier<T> work, Consumer<T> then) {
        if (busy) {
            return;
        }
        begin(sentence);
        Aside.run(this, work, result -> end(() -> then.accept(result)), () -> end(this::fail));
    }

    /** Now, or as soon as nothing goes on: a notice outside the page takes something back when it likes. */
    void after(Runnable change) {
        if (busy) {
            waiting.add(change);
        } else {
            change.run();
        }
    }

    /** A sentence about the plan, with its name where one looks at something else. */
    String named(String sentence) {
        return away ? getTranslation("plans.working.of", name, sentence) : sentence;
    }

    /** Says what the page would show, to somebody who looks at something else. */
    void sayAway(String sentence) {
        if (away) {
            Notification.show(named(sentence), STAYS_MS, Notification.Position.BOTTOM_START);
        }
    }

    void begin(String sentence) {
        busy = true;
        name = plan.get();
        failed.removeAll();
        what.setText(sentence);
        running.setVisible(true);
        setVisible(true);
        usable.accept(false);
    }

    void end(Runnable told) {
        busy = false;
        what.setText("");
        setVisible(false);
        usable.accept(true);
        told.run();
        var now = List.copyOf(waiting);
        waiting.clear();
        // the first of them may begin something that the next must wait for
        now.forEach(this::after);
    }

    void fail() {
        unsure.run();
        if (!away) {
            failed.add(new ErrorNotice(getTranslation("plans.working.failed"), ""));
            running.setVisible(false);
            setVisible(true);
        }
        sayAway(getTranslation("plans.working.failed.away"));
    }
}
