// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.Composite;
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
 * What became of the last action, in place, with its undo; stays until the next one and is not seen before the first.
 * All sentences are translated already.
 */
public final class Said extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    public Said() {
        getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.CENTER, Gap.SMALL, BorderRadius.MEDIUM,
                Padding.Horizontal.MEDIUM, Padding.Vertical.SMALL);
        getContent().getElement().setAttribute("role", "status");
        getContent().setVisible(false);
    }

    /** It is done. */
    public void done(String sentence) {
        say(VaadinIcon.CHECK, sentence, TextColor.BODY, Background.CONTRAST_5);
    }

    /**
     * It is done, and can be undone here.
     *
     * @param undo called on each click, with the session locked
     */
    public void done(String sentence, Runnable undo) {
        done(sentence);
        getContent().add(Buttons.quiet(getTranslation("ui.undo"), undo));
    }

    /** It takes a moment. */
    public void busy(String sentence) {
        say(VaadinIcon.HOURGLASS, sentence, TextColor.SECONDARY, Background.CONTRAST_5);
    }

    /** It was not done: why, and what to do now. */
    public void refused(String sentence) {
        say(VaadinIcon.EXCLAMATION_CIRCLE, sentence, TextColor.ERROR, Background.ERROR_10);
    }

    private void say(VaadinIcon shape, String sentence, String colour, String ground) {
        getContent().removeAll();
        getContent().removeClassNames(TextColor.BODY, TextColor.SECONDARY, TextColor.ERROR, Background.CONTRAST_5,
                Background.ERROR_10);
        getContent().addClassNames(colour, ground);
        getContent().add(Pieces.icon(shape), new Span(sentence));
        getContent().setVisible(true);
    }
}
