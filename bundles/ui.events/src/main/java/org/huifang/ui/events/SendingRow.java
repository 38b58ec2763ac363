// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.events;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import org.huifang.api.events.Sending;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;

/** A hook that went out, or is on its way: how often it was tried, and what was answered. */
final class SendingRow extends Composite<ListItem> implements MoreList.Row<Sending> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final String host;
    private final transient Runnable changed;

    SendingRow(Desk desk, String host, Runnable changed) {
        this.desk = desk;
        this.host = host;
        this.changed = changed;
        Looks.ruled(getContent());
    }

    @Override
    public void show(Sending sending) {
        var line = Layouts.line(state(sending), Pieces.strong(sending.type()), Pieces.quiet(host),
                Pieces.quiet(sending.key()), Pieces.quiet(Times.stamp(sending.created())));
        if (sending.status() != null) {
            line.add(Pieces.quiet(getTranslation("hooks.sending.tried", sending.attempts(), answer(sending.status()))));
        }
        if (!sending.error().isEmpty() && sending.status() != null && sending.status() == 0) {
            line.add(Pieces.quiet(sending.error()));
        }
        if (sending.next() != null && sending.attempts() > 0) {
            line.add(Pieces.quiet(getTranslation("hooks.sending.next", Times.stamp(sending.next()))));
        }
        line.add(Buttons.quiet(getTranslation("hooks.sending.again"), () -> {
            desk.endpoints().resend(Desk.tenant(), sending.id());
            changed.run();
        }));
        getContent().removeAll();
        getContent().add(line);
    }

    private Span state(Sending sending) {
        return switch (sending.state()) {
            case WAITING -> Pieces.state(VaadinIcon.CLOCK, getTranslation("hooks.sending.waiting"),
                    TextColor.SECONDARY);
            case DELIVERED -> Pieces.state(VaadinIcon.CHECK_CIRCLE, getTranslation("hooks.sending.delivered"),
                    TextColor.SUCCESS);
            case FAILED -> Pieces.state(VaadinIcon.EXCLAMATION_CIRCLE, getTranslation("hooks.sending.failed"),
                    TextColor.ERROR);
        };
    }

    /** A number, or that there was none. */
    static String answer(int status) {
        return status == 0 ? I18NProvider.translate("hooks.sending.noanswer") : Integer.toString(status);
    }
}
