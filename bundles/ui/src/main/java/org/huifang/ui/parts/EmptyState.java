// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.TextAlignment;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;

/**
 * What stands where nothing is to be shown: nothing yet (what makes it appear), nothing matches (the filter, and how to
 * clear it) or not for this reader (who can). Always a sentence of what and one of why, in the reader's language.
 */
public final class EmptyState extends Composite<VerticalLayout> {
    private static final long serialVersionUID = 1L;

    /** With both sentences already translated. */
    public EmptyState(VaadinIcon icon, String what, String why) {
        var picture = icon.create();
        picture.addClassNames(TextColor.TERTIARY);
        picture.getElement().setAttribute("aria-hidden", "true");
        var first = new Span(what);
        first.addClassNames(FontWeight.SEMIBOLD, FontSize.LARGE);
        var second = new Paragraph(why);
        second.addClassNames(TextColor.SECONDARY, TextAlignment.CENTER);
        second.setMaxWidth("40em");
        getContent().setAlignItems(Alignment.CENTER);
        getContent().getElement().setAttribute("role", "status");
        getContent().add(picture, first, second);
    }

    /** Adds the one thing to do about it. */
    public EmptyState action(Component action) {
        getContent().add(action);
        return this;
    }
}
