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
import java.util.stream.Collectors;
import org.huifang.ui.Keys;
import org.huifang.ui.Links;
import org.huifang.ui.parts.StateBadge;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** A case in the queue: state, name, course, what it is about, why it waits now, and how long it takes. */
final class QueueRow extends Composite<ListItem> {
    private static final long serialVersionUID = 1L;

    private final String course;
    private final String query;
    private final StateBadge state = new StateBadge();
    private final Div what = new Div();
    private final Div why = new Div();
    private final Anchor link = new Anchor();
    private final ActionPanel panel;
    private transient @Nullable Case shown;
    private boolean marked;
    private boolean waits;

    /** @param query of the address that the queue is under, kept by every link of it */
    QueueRow(String name, String course, String query, Actions actions) {
        this.course = course;
        this.query = query;
        var title = new Span(name);
        title.addClassName(FontWeight.SEMIBOLD);
        var head = new Div(title, state);
        head.addClassNames(Display.FLEX, JustifyContent.BETWEEN, AlignItems.CENTER);
        link.add(head, what, why);
        link.getElement().setAttribute("router-link", true);
        link.addClassNames(Display.BLOCK, TextColor.BODY, Padding.SMALL);
        panel = new ActionPanel(actions, link::focus);
        getContent().addClassNames(Border.BOTTOM, BorderColor.CONTRAST_10);
        getContent().add(link, panel);
        ActionPanel.KEYS.forEach((key, act) -> Keys.on(getContent(), key, act.label(), () -> panel.open(act, now())));
        Keys.on(getContent(), "U", "revisit.key.undo", actions::undo);
    }

    UUID id() {
        return now().id();
    }

    Case now() {
        if (shown == null) {
            throw new IllegalStateException("a row shows its case before it is asked for it");
        }
        return shown;
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
        Links.go("today/" + id(), Queue.WHOSE, query);
    }

    /** @param queued false for what is to be done at another time only */
    void show(Case now, boolean queued) {
        if (now.equals(shown) && queued == waits) {
            return;
        }
        shown = now;
        waits = queued;
        link.setHref(Links.to("today/" + now.id(), Queue.WHOSE, query));
        state.show(now.state());
        what.removeAll();
        what.add(Looks.oneLine(Looks.quiet(now.purposes().stream().map(Words::what).distinct()
                .collect(Collectors.joining(getTranslation("revisit.separator"))) + " · " + course)));
        why.removeAll();
        why.add(Looks.quiet(why(now, queued)));
    }

    /** What one need not call for. */
    private static String way(Case now) {
        return now.channel().equals(Case.PHONE) ? "" : " · " + Words.channel(now.channel());
    }

    private String why(Case now, boolean queued) {
        var settled = now.first().settled();
        if (!now.open() && settled != null) {
            return getTranslation("revisit.ledger.settled", Times.stamp(settled));
        }
        var planned = now.first().planned();
        return queued || planned == null
                ? QueueWords.why(now) + " · " + getTranslation("revisit.minutes", now.minutes()) + way(now)
                : getTranslation("revisit.queue.later", Times.stamp(planned.at()));
    }
}
