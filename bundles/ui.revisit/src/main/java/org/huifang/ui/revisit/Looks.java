// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.MinWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Overflow;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import com.vaadin.flow.theme.lumo.LumoUtility.TextOverflow;
import com.vaadin.flow.theme.lumo.LumoUtility.Whitespace;

/** What the views of this bundle share in their looks. */
final class Looks {
    private Looks() {
    }

    /** Shown from 1024 px on in any case, below only if {@code shown}. */
    static <C extends Component & HasStyle> void shownBelowLarge(C component, boolean shown) {
        component.addClassName(Display.Breakpoint.Large.FLEX);
        component.setClassName(Display.FLEX, shown);
        component.setClassName(Display.HIDDEN, !shown);
    }

    /** A line in the background. */
    static Span quiet(String text) {
        var span = new Span(text);
        span.addClassNames(FontSize.SMALL, FontWeight.NORMAL, TextColor.SECONDARY);
        return span;
    }

    /** One line that is cut where it does not fit; the whole is shown on pointing, and in the detail. */
    static Span oneLine(Span text) {
        text.addClassNames(Display.BLOCK, Overflow.HIDDEN, TextOverflow.ELLIPSIS, Whitespace.NOWRAP, MinWidth.NONE);
        text.getElement().setAttribute("title", text.getText());
        return text;
    }

    /** What stands above a group of fields, as labels of fields look. */
    static void label(Span text) {
        text.addClassNames(FontSize.SMALL, FontWeight.MEDIUM, TextColor.SECONDARY);
    }
}
