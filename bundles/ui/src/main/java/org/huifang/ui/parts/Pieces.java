// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.IconSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Whitespace;

/**
 * The small things that pages are made of: words and sentences, loud or quiet, icons and states. All texts are
 * translated already; colours are those of {@link TextColor}.
 */
public final class Pieces {
    /** No line of text is longer, so that the eye finds the next one. */
    private static final String READABLE = "75ch";

    private Pieces() {
    }

    /** What a row or a part is about. */
    public static Span strong(String text) {
        var span = new Span(text);
        span.addClassName(FontWeight.SEMIBOLD);
        return span;
    }

    /** What one may pass over: a date, a count, what something is called. */
    public static Span quiet(String text) {
        var span = new Span(text);
        span.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        return span;
    }

    /** A sentence in a paragraph of its own. */
    public static Paragraph sentence(String text) {
        var paragraph = wideSentence(text);
        paragraph.setMaxWidth(READABLE);
        return paragraph;
    }

    /** As {@link #sentence}, as wide as what it stands in. */
    public static Paragraph wideSentence(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName(Margin.NONE);
        return paragraph;
    }

    /** An explanation below what it explains. */
    public static Paragraph note(String text) {
        var paragraph = sentence(text);
        paragraph.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        return paragraph;
    }

    /** What the one thing is called that a page shows. */
    public static H2 name(String text) {
        var name = new H2(text);
        name.addClassNames(FontSize.XLARGE, Margin.NONE);
        return name;
    }

    /** Stands above a part of a page. */
    public static H3 heading(String text) {
        var heading = new H3(text);
        heading.addClassNames(FontSize.MEDIUM, FontWeight.SEMIBOLD, Margin.NONE);
        return heading;
    }

    /** Says what came of something, to screen readers as well; empty until its text is set. */
    public static Span told() {
        var told = quiet("");
        told.getElement().setAttribute("role", "status");
        return told;
    }

    /** Says what is wrong, to screen readers at once; empty until its text is set. */
    public static Span wrong() {
        var wrong = new Span();
        wrong.getElement().setAttribute("role", "alert");
        wrong.addClassNames(FontSize.SMALL, TextColor.ERROR);
        return wrong;
    }

    /**
     * A small icon, hidden from screen readers, because the word is always beside it.
     *
     * @param classes more utility classes, as a colour
     */
    public static Icon icon(VaadinIcon shape, String... classes) {
        var icon = shape.create();
        icon.addClassName(IconSize.SMALL);
        icon.addClassNames(classes);
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    /**
     * A state: icon and word, the colour only underlines them.
     *
     * @param colour as {@link TextColor#SUCCESS}
     */
    public static Span state(VaadinIcon shape, String word, String colour) {
        var span = new Span(icon(shape), new Span(word));
        span.addClassNames(Display.INLINE_FLEX, AlignItems.CENTER, Gap.XSMALL, FontSize.SMALL, colour);
        return span;
    }

    /** As {@link #state}, always on one line, however narrow the page is. */
    public static Span badge(VaadinIcon shape, String word, String colour) {
        var badge = state(shape, word, colour);
        badge.addClassName(Whitespace.NOWRAP);
        return badge;
    }
}
