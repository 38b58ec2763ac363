// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.IconSize;
import com.vaadin.flow.theme.lumo.LumoUtility.ListStyleType;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.MaxWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;

/** What the views of this bundle share in their looks. */
final class Layouts {
    private Layouts() {
    }

    /** The one column of a page. */
    static void page(HasStyle page) {
        page.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE, Padding.MEDIUM, MaxWidth.SCREEN_LARGE,
                BoxSizing.BORDER);
    }

    static UnorderedList list() {
        var list = new UnorderedList();
        list.addClassNames(ListStyleType.NONE, Margin.NONE, Padding.NONE);
        return list;
    }

    static ListItem row(Component... parts) {
        var row = new ListItem(parts);
        ruled(row);
        return row;
    }

    /** A line below, as between the rows of a list. */
    static void ruled(HasStyle row) {
        row.addClassNames(Padding.Vertical.SMALL, Border.BOTTOM, BorderColor.CONTRAST_10);
    }

    /** Side by side, on several lines where it is narrow. */
    static Div line(Component... parts) {
        var line = new Div(parts);
        line.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.Column.MEDIUM, Gap.Row.XSMALL);
        return line;
    }

    /** Fields of a form, side by side where there is room. */
    static Div form(Component... fields) {
        var form = new Div(fields);
        form.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.MEDIUM);
        return form;
    }

    static Span strong(String text) {
        var span = new Span(text);
        span.addClassName(FontWeight.SEMIBOLD);
        return span;
    }

    static Span quiet(String text) {
        var span = new Span(text);
        span.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        return span;
    }

    /** A state: icon and word, the colour only underlines them. */
    static Span state(VaadinIcon shape, String word, String colour) {
        var span = new Span(icon(shape), new Span(word));
        span.addClassNames(Display.INLINE_FLEX, AlignItems.CENTER, Gap.XSMALL, FontSize.SMALL, colour);
        return span;
    }

    static Icon icon(VaadinIcon shape) {
        var icon = shape.create();
        icon.addClassName(IconSize.SMALL);
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
