// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.MinWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Overflow;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextAlignment;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Whitespace;
import com.vaadin.flow.theme.lumo.LumoUtility.Width;
import org.huifang.ui.parts.Pieces;

/** Tables and warnings as the pages of this view have them. */
final class Looks {
    private Looks() {
    }

    /** A table that is wider than the page is scrolled, and not the page. */
    static Div scrolling(NativeTable table) {
        var frame = new Div(table);
        frame.addClassNames(Overflow.AUTO, MinWidth.NONE);
        frame.getElement().setAttribute("tabindex", "0");
        return frame;
    }

    static void table(NativeTable table, String label) {
        table.addClassNames(Width.FULL);
        table.getStyle().set("border-collapse", "collapse");
        // a cell breaks between words only; a table that is too wide then is scrolled
        table.getStyle().set("overflow-wrap", "break-word").set("word-break", "keep-all");
        table.getElement().setAttribute("aria-label", label);
    }

    static void head(NativeTableHeaderCell cell, String text, String alignment) {
        cell.setText(text);
        cell.getElement().setAttribute("scope", "col");
        cell.addClassNames(Padding.SMALL, alignment, FontSize.SMALL, TextColor.SECONDARY, Border.BOTTOM,
                BorderColor.CONTRAST_20);
    }

    static void row(NativeTableHeaderCell cell, String text) {
        cell.setText(text);
        cell.getElement().setAttribute("scope", "row");
        cell.addClassNames(Padding.SMALL, TextAlignment.LEFT, FontWeight.NORMAL, Border.BOTTOM,
                BorderColor.CONTRAST_10);
    }

    /** As {@link #row}, wide enough that a date stays on one line. */
    static void day(NativeTableHeaderCell cell, String text) {
        row(cell, text);
        cell.getStyle().set("min-width", "7rem");
    }

    static void cell(NativeTableCell cell, String alignment, Component... content) {
        cell.add(content);
        cell.setClassName(Whitespace.NOWRAP, alignment.equals(TextAlignment.RIGHT));
        cell.addClassNames(Padding.SMALL, alignment, Border.BOTTOM, BorderColor.CONTRAST_10);
    }

    /** Icon and words about something that somebody has to see to. */
    static Span warning(String text) {
        var warning = new Span(Pieces.icon(VaadinIcon.WARNING), new Span(text));
        warning.addClassNames(Display.INLINE_FLEX, AlignItems.CENTER, Gap.XSMALL, TextColor.WARNING);
        return warning;
    }
}
