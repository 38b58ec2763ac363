// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Whitespace;
import org.huifang.api.revisit.State;
import org.jspecify.annotations.Nullable;

/** Where an obligation stands: icon and word, the colour only underlines them. */
public final class StateBadge extends Composite<Span> {
    private @Nullable State shown;

    public StateBadge() {
        getContent().addClassNames(Display.INLINE_FLEX, AlignItems.CENTER, Gap.XSMALL, FontSize.SMALL,
                Whitespace.NOWRAP);
    }

    public StateBadge(State state) {
        this();
        show(state);
    }

    /** Shows this state; does nothing when it is shown already. */
    public void show(State state) {
        if (state == shown) {
            return;
        }
        shown = state;
        getContent().removeAll();
        getContent().removeClassNames(TextColor.SECONDARY, TextColor.PRIMARY, TextColor.ERROR, TextColor.SUCCESS);
        getContent().addClassName(colour(state));
        getContent().add(icon(state), new Span(Words.of(state)));
    }

    /** The icon of a state, hidden from screen readers, because the word is always beside it. */
    public static Icon icon(State state) {
        return Pieces.icon(switch (state) {
            case SCHEDULED -> VaadinIcon.CALENDAR_CLOCK;
            case DUE -> VaadinIcon.CLOCK;
            case OVERDUE -> VaadinIcon.EXCLAMATION_CIRCLE;
            case DONE -> VaadinIcon.CHECK_CIRCLE;
            case DECLINED -> VaadinIcon.BAN;
            case EXEMPT -> VaadinIcon.MINUS_CIRCLE;
            case UNREACHABLE -> VaadinIcon.UNLINK;
        });
    }

    private static String colour(State state) {
        return switch (state) {
            case DUE -> TextColor.PRIMARY;
            case OVERDUE -> TextColor.ERROR;
            case DONE -> TextColor.SUCCESS;
            case SCHEDULED, DECLINED, EXEMPT, UNREACHABLE -> TextColor.SECONDARY;
        };
    }
}
