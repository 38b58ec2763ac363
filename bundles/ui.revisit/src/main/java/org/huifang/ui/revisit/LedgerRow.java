// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.State;
import org.huifang.ui.Links;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.StateBadge;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** An obligation in the list behind a figure of the ledger. */
final class LedgerRow extends Composite<ListItem> implements MoreList.Row<LedgerRow.Line> {
    private static final long serialVersionUID = 1L;

    /** With the names that people know. */
    record Line(Obligation obligation, String name, String course) {}

    private final Anchor name = new Anchor();
    private final StateBadge state = new StateBadge();
    private final Span what = Layouts.quiet("");
    private final Span when = Layouts.quiet("");
    private transient @Nullable Line shown;

    LedgerRow() {
        name.addClassName(FontWeight.SEMIBOLD);
        name.getElement().setAttribute("router-link", true);
        // columns where there is room; on a phone name and state, then what, then when
        name.getStyle().set("flex", "1 1 8rem");
        state.getStyle().set("flex", "0 0 8rem");
        what.getStyle().set("flex", "3 1 16rem");
        when.getStyle().set("flex", "0 1 15rem");
        getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.Column.MEDIUM,
                Padding.Vertical.XSMALL, Border.BOTTOM, BorderColor.CONTRAST_10);
        getContent().add(name, state, what, when);
    }

    @Override
    public void show(Line line) {
        if (line.equals(shown)) {
            return;
        }
        shown = line;
        var obligation = line.obligation();
        name.setText(line.name());
        name.setHref(Links.to("files/" + obligation.learner()));
        state.show(obligation.state());
        what.setText(Words.step(obligation.step()) + " · " + line.course());
        Layouts.oneLine(what);
        when.setText(when(obligation));
    }

    private String when(Obligation obligation) {
        if (obligation.settled() != null) {
            return obligation.state() == State.EXEMPT
                    ? getTranslation("revisit.ledger.exempt", Times.stamp(obligation.settled()),
                            Words.reason(obligation.reason()))
                    : getTranslation("revisit.ledger.settled", Times.stamp(obligation.settled()));
        }
        return obligation.state() == State.SCHEDULED
                ? getTranslation("revisit.ledger.opens", Times.stamp(obligation.opens()))
                : getTranslation("revisit.queue.by", Times.stamp(obligation.due()));
    }
}
