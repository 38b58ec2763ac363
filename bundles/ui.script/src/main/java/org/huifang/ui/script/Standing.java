// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import org.huifang.api.script.ScriptVersion.Status;
import org.huifang.ui.parts.Pieces;

/** Where a version of a script stands, as icon and word. */
final class Standing {
    private Standing() {
    }

    static Span of(Status status) {
        return Pieces.badge(switch (status) {
            case DRAFT -> VaadinIcon.PENCIL;
            case ASKED -> VaadinIcon.HOURGLASS;
            case LIVE -> VaadinIcon.CHECK_CIRCLE;
            case REPLACED -> VaadinIcon.ARCHIVE;
            case RETIRED -> VaadinIcon.BAN;
        }, Desk.word("status", status), switch (status) {
            case DRAFT, ASKED -> TextColor.PRIMARY;
            case LIVE -> TextColor.SUCCESS;
            case REPLACED, RETIRED -> TextColor.SECONDARY;
        });
    }
}
