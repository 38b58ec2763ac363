// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.consent;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.IconSize;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import org.huifang.api.consent.Decision;
import org.huifang.ui.parts.Times;

/** What the parts of this view are made of. */
final class Parts {
    private Parts() {
    }

    static Div line(Component... content) {
        var line = new Div(content);
        line.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.Column.MEDIUM, Gap.Row.XSMALL);
        return line;
    }

    static Div form(Component... fields) {
        var form = new Div(fields);
        form.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.END, Gap.SMALL);
        return form;
    }

    static Div column(Component... content) {
        var column = new Div(content);
        column.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        return column;
    }

    static Span aside(String text) {
        var aside = new Span(text);
        aside.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        return aside;
    }

    /** A decision as icon and word; why stands beside it. */
    static Component state(Decision decision) {
        var icon = switch (decision) {
            case Decision.Allowed by -> VaadinIcon.CHECK_CIRCLE.create();
            case Decision.NoConsent no -> VaadinIcon.MINUS_CIRCLE_O.create();
            case Decision.Withdrawn by -> VaadinIcon.BAN.create();
            case Decision.MinorNeedsGuardian needs -> VaadinIcon.CHILD.create();
            case Decision.DoNotContact by -> VaadinIcon.BAN.create();
        };
        icon.addClassNames(IconSize.SMALL);
        icon.getElement().setAttribute("aria-hidden", "true");
        var state = new Span(icon, new Span(" " + word(decision)));
        state.addClassName(switch (decision) {
            case Decision.Allowed by -> TextColor.SUCCESS;
            case Decision.NoConsent no -> TextColor.SECONDARY;
            default -> TextColor.ERROR;
        });
        return state;
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case Decision.Allowed by -> I18NProvider.translate("consents.state.allowed", Times.day(by.by().at()));
            case Decision.NoConsent no -> I18NProvider.translate("consents.state.none");
            case Decision.Withdrawn by -> I18NProvider.translate("consents.state.withdrawn",
                    Times.stamp(by.by().at()));
            case Decision.MinorNeedsGuardian needs -> I18NProvider.translate("consents.state.minor",
                    Times.day(needs.until()));
            case Decision.DoNotContact by -> I18NProvider.translate("consents.state.nocontact",
                    Times.stamp(by.by().at()));
        };
    }
}
