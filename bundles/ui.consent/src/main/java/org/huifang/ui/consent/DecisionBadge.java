// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.consent;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import org.huifang.api.consent.Decision;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;

/** What holds for a person and a purpose. */
final class DecisionBadge {
    private DecisionBadge() {
    }

    /** A decision as icon and word; why stands beside it. */
    static Component of(Decision decision) {
        var icon = Pieces.icon(switch (decision) {
            case Decision.Allowed by -> VaadinIcon.CHECK_CIRCLE;
            case Decision.ByContract by -> VaadinIcon.FILE_TEXT_O;
            case Decision.NoConsent no -> VaadinIcon.MINUS_CIRCLE_O;
            case Decision.Withdrawn by -> VaadinIcon.BAN;
            case Decision.MinorNeedsGuardian needs -> VaadinIcon.CHILD;
            case Decision.DoNotContact by -> VaadinIcon.BAN;
        });
        var state = new Span(icon, new Span(" " + word(decision)));
        state.addClassName(switch (decision) {
            case Decision.Allowed by -> TextColor.SUCCESS;
            case Decision.ByContract by -> TextColor.SUCCESS;
            case Decision.NoConsent no -> TextColor.SECONDARY;
            default -> TextColor.ERROR;
        });
        return state;
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case Decision.Allowed by -> I18NProvider.translate("consents.state.allowed", Times.day(by.by().at()));
            case Decision.ByContract by -> I18NProvider.translate("consents.state.contract");
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
