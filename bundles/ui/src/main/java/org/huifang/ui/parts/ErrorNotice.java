// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;

/**
 * An error in place, frame-safe: what did not happen, why, what now, and a reference. Announced at once to screen
 * readers. A view that can name what failed gives its own sentence.
 */
public final class ErrorNotice extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    /** For an unexpected error that was logged under this reference. */
    public ErrorNotice(String reference) {
        this(UI.getCurrent().getTranslation("ui.error.why"), reference);
    }

    /**
     * With a sentence of the view's own.
     *
     * @param sentence what did not happen, why and what now, translated
     * @param reference where to find it, or empty for none
     */
    public ErrorNotice(String sentence, String reference) {
        var icon = VaadinIcon.EXCLAMATION_CIRCLE.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        var text = new Span(reference.isEmpty()
                ? sentence
                : sentence + " " + UI.getCurrent().getTranslation("ui.error.reference", reference));
        getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.CENTER, Gap.SMALL, Padding.MEDIUM,
                BorderRadius.MEDIUM, Background.ERROR_10, TextColor.ERROR);
        getContent().getElement().setAttribute("role", "alert");
        getContent().add(icon, text);
    }

    /** Adds a button that tries again. */
    public ErrorNotice retry(Runnable again) {
        getContent().add(new Button(UI.getCurrent().getTranslation("ui.retry"), event -> again.run()));
        return this;
    }
}
