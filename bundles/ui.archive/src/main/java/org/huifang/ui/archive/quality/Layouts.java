// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive.quality;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.ListStyleType;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;

/** Pieces that look alike on the pages of this view. */
final class Layouts {
    private Layouts() {
    }

    static UnorderedList list() {
        var list = new UnorderedList();
        list.addClassNames(ListStyleType.NONE, Margin.NONE, Padding.NONE);
        return list;
    }

    static void ruled(ListItem row) {
        row.addClassNames(Padding.Vertical.SMALL, Border.BOTTOM, BorderColor.CONTRAST_10);
    }

    static Div line(Component... parts) {
        var line = new Div(parts);
        line.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.Column.MEDIUM, Gap.Row.XSMALL);
        return line;
    }

    static Div column(Component... parts) {
        var column = new Div(parts);
        column.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        return column;
    }

    static Span quiet(String text) {
        var span = new Span(text);
        span.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        return span;
    }

    static Paragraph small(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassNames(Margin.NONE, FontSize.SMALL, TextColor.SECONDARY);
        paragraph.setMaxWidth("75ch");
        return paragraph;
    }

    /** On paper, where nothing can be opened. */
    static <C extends Component> C paperOnly(C component) {
        component.getElement().setAttribute("data-paper-only", true);
        return component;
    }

    /** Not on paper. */
    static <C extends Component> C screenOnly(C component) {
        component.getElement().setAttribute("data-screen-only", true);
        return component;
    }
}
