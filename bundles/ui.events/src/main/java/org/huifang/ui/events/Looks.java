// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.events;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Overflow;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.Whitespace;
import org.huifang.ui.parts.Layouts;

/** What looks alike on the pages of this view. */
final class Looks {
    private Looks() {
    }

    static ListItem row(Component... parts) {
        var row = new ListItem(parts);
        ruled(row);
        return row;
    }

    /** A row of a list whose lines stand closely below each other. */
    static void ruled(HasStyle row) {
        Layouts.ruled(row);
        row.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.XSMALL);
    }

    /** As it came, in lines of its own. */
    static Pre raw(String text) {
        var raw = new Pre(text);
        raw.addClassNames(Margin.NONE, Padding.SMALL, Background.CONTRAST_5, FontSize.SMALL, Whitespace.PRE_WRAP,
                Overflow.AUTO);
        raw.getElement().setAttribute("tabindex", "0");
        raw.getStyle().setMaxHeight("20rem").set("overflow-wrap", "anywhere");
        return raw;
    }
}
