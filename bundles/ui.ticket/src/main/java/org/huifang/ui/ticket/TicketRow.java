// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Flex;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.MinWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import org.huifang.api.ticket.Ticket;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** A ticket in the list: what, from whom, where it stands, who answers, what is owed next. */
final class TicketRow extends Composite<ListItem> implements MoreList.Row<TicketRow.Shown> {
    private static final long serialVersionUID = 1L;

    /** A ticket with the names of what it speaks of. */
    record Shown(Ticket ticket, String raiser, String course, String owner, String code, String owed, boolean late) {}

    private final Checkbox chosen = new Checkbox();
    private final Div text = new Div();
    private transient @Nullable Shown shown;

    TicketRow(Runnable choose) {
        chosen.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose.run();
            }
        });
        text.addClassNames(Flex.ONE, MinWidth.NONE);
        getContent().addClassNames(Display.FLEX, AlignItems.START, Gap.SMALL, Padding.Vertical.SMALL, Border.BOTTOM,
                BorderColor.CONTRAST_10);
        getContent().add(chosen, text);
    }

    /** The ticket while it is listed and chosen, else null. */
    @Nullable
    Ticket chosen() {
        return isAttached() && chosen.getValue() && shown != null ? shown.ticket : null;
    }

    @Override
    public void show(Shown now) {
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        Ticket ticket = now.ticket;
        chosen.setAriaLabel(getTranslation("tickets.choose", ticket.number()));
        var title = Links.link("#" + ticket.number() + " " + ticket.title(), TicketsView.PATH + "/" + ticket.id());
        title.addClassName(FontWeight.SEMIBOLD);
        var first = Layouts.line(title, Parts.state(ticket.state()));
        if (!now.owed.isEmpty()) {
            first.add(now.late ? Parts.warning(now.owed) : Pieces.quiet(now.owed));
        }
        if (ticket.escalation() > 0) {
            first.add(Pieces.quiet(getTranslation("tickets.escalated", ticket.escalation())));
        }
        if (ticket.reopened() > 0) {
            first.add(Pieces.quiet(getTranslation("tickets.reopened", ticket.reopened())));
        }
        var second = Layouts.line(Pieces.quiet(now.raiser), Pieces.quiet(Words.of(ticket.area())
                + (now.code.isEmpty() ? "" : " · " + now.code)));
        if (!now.course.isEmpty()) {
            second.add(Pieces.quiet(now.course));
        }
        second.add(Pieces.quiet(getTranslation("tickets.owner.is", now.owner)));
        text.removeAll();
        text.add(first, second);
    }
}
