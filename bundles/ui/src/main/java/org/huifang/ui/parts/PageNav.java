// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import org.huifang.ui.Links;

/** The few pages of a view, side by side above them, each with an address of its own. */
public final class PageNav extends Composite<Nav> {
    private static final long serialVersionUID = 1L;

    /** With what it is called for screen readers, translated. */
    public PageNav(String label) {
        getContent().getElement().setAttribute("aria-label", label);
        getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, Gap.Column.LARGE);
    }

    /**
     * Adds a page.
     *
     * @param text translated
     * @param path as in {@link Links#to}
     * @param here whether it is the page that is shown
     * @return the link, for a text that changes
     */
    public Anchor add(String text, String path, boolean here) {
        var link = Links.link(text, path);
        link.addClassName(Padding.Vertical.XSMALL);
        if (here) {
            link.getElement().setAttribute("aria-current", "page");
            link.addClassNames(FontWeight.SEMIBOLD, TextColor.BODY);
        }
        getContent().add(link);
        return link;
    }
}
