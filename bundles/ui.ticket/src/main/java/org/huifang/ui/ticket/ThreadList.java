// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.ListStyleType;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import org.huifang.api.ticket.ThreadEntry;
import org.huifang.api.ticket.TicketFile;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;

/** What was said and done, oldest first; lines are only added. */
final class ThreadList extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final UnorderedList list = new UnorderedList();

    ThreadList(Desk desk) {
        this.desk = desk;
        list.addClassNames(ListStyleType.NONE, Margin.NONE, Padding.NONE, Display.FLEX, FlexDirection.COLUMN,
                Gap.MEDIUM);
        list.getElement().setAttribute("aria-label", getTranslation("tickets.thread"));
        getContent().add(Parts.heading(getTranslation("tickets.thread")), list);
    }

    void show(TicketFile file) {
        file.thread().stream().skip(list.getComponentCount()).map(this::line).forEach(list::add);
    }

    private ListItem line(ThreadEntry entry) {
        var line = new ListItem(Layouts.line(Pieces.strong(TicketWords.sentence(entry, desk)),
                Pieces.quiet(desk.author(entry.author()) + " · " + Times.stamp(entry.at()))));
        String said = TicketWords.said(entry);
        if (!said.isEmpty()) {
            line.add(Parts.words(said));
        }
        return line;
    }
}
