// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import org.huifang.api.revisit.Trigger;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Words;

/** Rules in words. */
final class TriggerWords {
    private static final int MOST_NAME = 80;

    private TriggerWords() {
    }

    /** Its name, or what it waits for while it has none. */
    static String name(Trigger trigger) {
        return trigger.name().isBlank() ? WhenWords.of(trigger.when()) : trigger.name();
    }

    static String owes(Trigger trigger) {
        var owes = I18NProvider.translate("triggers.owes", Words.of(trigger.kind()), trigger.minutes(),
                trigger.dueDays(), trigger.coolDownDays(), StepWords.notice(trigger.notice()));
        return trigger.skill() == null ? owes : owes + " · " + StepWords.skill(trigger.skill());
    }

    static Span state(boolean live) {
        return live
                ? Pieces.badge(VaadinIcon.CHECK_CIRCLE, I18NProvider.translate("triggers.live"), TextColor.SUCCESS)
                : Pieces.badge(VaadinIcon.PAUSE, I18NProvider.translate("triggers.paused"), TextColor.SECONDARY);
    }

    static Trigger live(Trigger of, boolean live) {
        // what is owed then is called by it, so it needs a name from now on
        var name = name(of);
        return new Trigger(of.id(), of.code(), name.substring(0, Math.min(name.length(), MOST_NAME)), of.when(),
                of.course(), of.tag(), of.kind(), of.dueDays(),
                of.coolDownDays(), of.minutes(), of.notice(), live, of.skill());
    }
}
