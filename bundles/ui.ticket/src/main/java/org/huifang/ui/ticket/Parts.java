// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Whitespace;
import java.util.Collection;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.TicketState;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Words;

/** What the parts of these views are made of. */
final class Parts {
    static final int LONGEST = 5_000;

    private Parts() {
    }

    /** Words of a person, with their line ends. */
    static Paragraph words(String text) {
        var words = new Paragraph(text);
        words.addClassNames(Margin.NONE, Whitespace.PRE_LINE);
        words.setMaxWidth("75ch");
        return words;
    }

    static H2 heading(String text) {
        var heading = new H2(text);
        heading.addClassNames(FontSize.LARGE, FontWeight.SEMIBOLD, Margin.NONE);
        return heading;
    }

    static TextArea area(String label, String value) {
        var area = new TextArea(label);
        area.setValue(value);
        area.setMaxLength(LONGEST);
        area.setWidthFull();
        area.setMinHeight("4.5em");
        return area;
    }

    static Span badge(VaadinIcon shape, String colour, String word) {
        var badge = new Span(Pieces.icon(shape, colour), new Span(" " + word));
        badge.addClassNames(colour, FontSize.SMALL, Whitespace.NOWRAP);
        return badge;
    }

    /** Where a ticket stands, as icon and word. */
    static Span state(TicketState state) {
        return switch (state) {
            case NEW -> badge(VaadinIcon.ENVELOPE, TextColor.PRIMARY, Words.of(state));
            case WORKING -> badge(VaadinIcon.TOOLS, TextColor.PRIMARY, Words.of(state));
            case WAITING -> badge(VaadinIcon.PAUSE, TextColor.WARNING, Words.of(state));
            case SOLVED -> badge(VaadinIcon.QUESTION_CIRCLE, TextColor.WARNING, Words.of(state));
            case CLOSED -> badge(VaadinIcon.CHECK_CIRCLE, TextColor.SUCCESS, Words.of(state));
        };
    }

    static Span warning(String word) {
        return badge(VaadinIcon.EXCLAMATION_CIRCLE, TextColor.ERROR, word);
    }

    static Select<Area> areas() {
        var area = new Select<Area>();
        area.setLabel(TicketWords.text("tickets.area"));
        area.setItems(Area.values());
        area.setItemLabelGenerator(Words::of);
        area.setWidth("14em");
        area.setValue(Area.LEARNING);
        return area;
    }

    /** Other items; what is chosen stays chosen as long as it is among them. */
    static <T> void items(Select<T> select, Collection<T> items) {
        T chosen = select.getValue();
        select.setItems(items);
        if (chosen != null && items.contains(chosen)) {
            select.setValue(chosen);
        }
    }
}
