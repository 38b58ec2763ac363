// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.Locale;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.ui.parts.Pieces;

/** Where a version of a plan stands, as icon and word. */
final class Standing {
    private Standing() {
    }

    static Span of(PlanVersion.Status status) {
        return switch (status) {
            case DRAFT -> Pieces.badge(VaadinIcon.PENCIL, word(status), TextColor.SECONDARY);
            case LIVE -> Pieces.badge(VaadinIcon.CHECK_CIRCLE, word(status), TextColor.SUCCESS);
            case REPLACED -> Pieces.badge(VaadinIcon.ARCHIVE, word(status), TextColor.SECONDARY);
            case STOPPED -> Pieces.badge(VaadinIcon.STOP, word(status), TextColor.SECONDARY);
        };
    }

    private static String word(PlanVersion.Status status) {
        return I18NProvider.translate("plans.status." + status.name().toLowerCase(Locale.ROOT));
    }
}
