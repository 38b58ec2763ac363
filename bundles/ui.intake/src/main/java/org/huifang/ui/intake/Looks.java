// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.ListStyleType;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;

/** What the parts of this view share in their looks. */
final class Looks {
    private Looks() {
    }

    static Span quiet(String text) {
        var span = new Span(text);
        span.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        return span;
    }

    static Span strong(String text) {
        var span = new Span(text);
        span.addClassName(FontWeight.SEMIBOLD);
        return span;
    }

    static Paragraph sentence(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName(Margin.NONE);
        return paragraph;
    }

    /** Side by side, on several lines where it is narrow. */
    static Div line(Component... parts) {
        var line = new Div(parts);
        line.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.Column.MEDIUM, Gap.Row.XSMALL);
        return line;
    }

    static UnorderedList list(Component... rows) {
        var list = new UnorderedList();
        list.add(rows);
        list.addClassNames(ListStyleType.NONE, Margin.NONE, Padding.NONE);
        return list;
    }

    static ListItem row(Component... parts) {
        var row = new ListItem(parts);
        ruled(row);
        return row;
    }

    static void ruled(HasStyle row) {
        row.addClassNames(Padding.Vertical.SMALL, Border.BOTTOM, BorderColor.CONTRAST_10);
    }

    static Button primary(String text, Runnable action) {
        var button = new Button(text, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }
}
