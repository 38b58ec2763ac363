// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import org.huifang.ui.Viewer;
import org.huifang.ui.internal.shell.Slot;

/**
 * Says what was done and offers to undo it, instead of asking beforehand. For staff it stays ten seconds at the bottom;
 * in a frame, where that could be out of sight, it stands above the view until the next one. It leaves with the bundle of
 * the view that showed it.
 */
public final class UndoNotice extends Div {
    private static final long serialVersionUID = 1L;
    private static final int STAYS_MS = 10_000;

    private UndoNotice(String sentence, Runnable undo) {
        var button = new Button(UI.getCurrent().getTranslation("ui.undo"), event -> undo.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setDisableOnClick(true);
        addClassNames(Display.FLEX, AlignItems.CENTER, Gap.MEDIUM);
        getElement().setAttribute("role", "status");
        add(new Span(sentence), button);
    }

    /**
     * Shows the notice.
     *
     * @param sentence what was done, translated, as "3 learners exempted"
     * @param undo called at most once, with the session locked
     */
    public static void show(String sentence, Runnable undo) {
        var ui = UI.getCurrent();
        var slot = ComponentUtil.getData(ui, Slot.class);
        boolean framed = Viewer.find().map(Viewer::launch).isPresent();
        if (framed && slot != null) {
            var notice = new UndoNotice(sentence, undo);
            notice.addClassNames(Padding.SMALL, Background.CONTRAST_5);
            notice.add(new Button(ui.getTranslation("ui.close"), event -> notice.removeFromParent()));
            slot.above(notice);
            return;
        }
        var notification = new Notification();
        notification.setDuration(STAYS_MS);
        notification.setPosition(Notification.Position.BOTTOM_START);
        notification.add(new UndoNotice(sentence, () -> {
            notification.close();
            undo.run();
        }));
        notification.open();
    }
}
