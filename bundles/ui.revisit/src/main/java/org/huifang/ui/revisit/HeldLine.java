// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.Map;
import org.huifang.api.revisit.Hold;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Words;

/** Of what is due and overdue: how many know of the contact, and who is not contacted now and why. */
final class HeldLine extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    HeldLine() {
        getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.CENTER, Gap.Column.MEDIUM, Gap.Row.XSMALL);
    }

    void show(Balance balance, LedgerFilter filter) {
        getContent().removeAll();
        getContent().add(Looks.quiet(getTranslation("revisit.ledger.notified", balance.notified())));
        var held = balance.held().values().stream().mapToLong(Long::longValue).sum();
        if (held == 0) {
            getContent().add(Looks.quiet(getTranslation("revisit.ledger.noneheld")));
            return;
        }
        var icon = Pieces.icon(VaadinIcon.PAUSE);
        icon.addClassName(TextColor.WARNING);
        getContent().add(new Span(icon, new Span(" " + getTranslation("revisit.ledger.held", held))));
        balance.held().entrySet().stream().filter(each -> each.getValue() > 0)
                .sorted(Map.Entry.comparingByKey()).forEach(each -> getContent().add(link(each, filter)));
    }

    private Div link(Map.Entry<Hold.Reason, Long> held, LedgerFilter filter) {
        var target = new LedgerFilter(filter.course(), filter.step(), null, held.getKey());
        var link = target.link(getTranslation("revisit.ledger.term", Words.of(held.getKey()), held.getValue()));
        if (target.equals(filter)) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return new Div(link);
    }
}
