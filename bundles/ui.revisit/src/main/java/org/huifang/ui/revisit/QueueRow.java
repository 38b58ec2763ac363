// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.JustifyContent;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.UUID;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.State;
import org.huifang.ui.Links;
import org.huifang.ui.parts.StateBadge;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** A case in the queue: state, name, course, step, and why it waits now. */
final class QueueRow extends Composite<ListItem> {
    private static final long serialVersionUID = 1L;

    private final String course;
    private final StateBadge state = new StateBadge();
    private final Div what = new Div();
    private final Div why = new Div();
    private final Anchor link = new Anchor();
    private transient @Nullable Obligation shown;
    private boolean marked;

    QueueRow(String name, String course) {
        this.course = course;
        var title = new Span(name);
        title.addClassName(FontWeight.SEMIBOLD);
        var head = new Div(title, state);
        head.addClassNames(Display.FLEX, JustifyContent.BETWEEN, AlignItems.CENTER);
        link.add(head, what, why);
        link.getElement().setAttribute("router-link", true);
        link.addClassNames(Display.BLOCK, TextColor.BODY, Padding.SMALL);
        getContent().addClassNames(Border.BOTTOM, BorderColor.CONTRAST_10);
        getContent().add(link);
    }

    UUID id() {
        return obligation().id();
    }

    boolean waiting() {
        var now = obligation().state();
        return now == State.DUE || now == State.OVERDUE;
    }

    boolean marked() {
        return marked;
    }

    void mark(boolean chosen) {
        marked = chosen;
        getContent().setClassName(Background.PRIMARY_10, chosen);
        if (chosen) {
            link.getElement().setAttribute("aria-current", "true");
        } else {
            link.getElement().removeAttribute("aria-current");
        }
    }

    /** Opens this case and takes the focus along. */
    void go() {
        link.focus();
        Links.go("today/" + id());
    }

    void show(Obligation obligation) {
        if (obligation.equals(shown)) {
            return;
        }
        shown = obligation;
        link.setHref(Links.to("today/" + obligation.id()));
        state.show(obligation.state());
        what.removeAll();
        what.add(Layouts.oneLine(Layouts.quiet(Words.step(obligation.step()) + " · " + course)));
        why.removeAll();
        why.add(Layouts.quiet(why(obligation)));
    }

    private String why(Obligation obligation) {
        var last = obligation.attempts().isEmpty() ? null : obligation.attempts().getLast();
        if (last != null && last.outcome() == Outcome.CALL_BACK && last.callBack() != null) {
            return getTranslation("revisit.queue.promised", Times.stamp(last.callBack()));
        }
        return last == null
                ? getTranslation("revisit.queue.by", Times.stamp(obligation.due()))
                : getTranslation("revisit.queue.tried", obligation.attempts().size(), Times.stamp(obligation.due()));
    }

    private Obligation obligation() {
        if (shown == null) {
            throw new IllegalStateException("a row shows its obligation before it is asked for it");
        }
        return shown;
    }
}
