// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.pages;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Set;
import java.util.stream.Collectors;
import org.huifang.api.identity.Role;
import org.huifang.ui.Links;
import org.huifang.ui.parts.EmptyState;

/** Sentences that stand where a view would. */
public final class Notices {
    private Notices() {
    }

    public static Component of(String titleKey, String whyKey) {
        return new EmptyState(VaadinIcon.INFO_CIRCLE, say(titleKey), say(whyKey));
    }

    /** With the way to the sign-in page. */
    static Component signIn(String titleKey, String whyKey) {
        return new EmptyState(VaadinIcon.INFO_CIRCLE, say(titleKey), say(whyKey))
                .action(Links.link(say("ui.signin.do"), "login"));
    }

    public static Component updating() {
        var notice = new EmptyState(VaadinIcon.REFRESH, say("ui.updating.title"), say("ui.updating.why"));
        notice.getElement().setAttribute("aria-busy", "true");
        notice.getElement().setAttribute("data-huifang", "updating");
        return notice;
    }

    public static Component gone() {
        return home(new EmptyState(VaadinIcon.UNLINK, say("ui.gone.title"), say("ui.gone.why")));
    }

    public static Component notFound() {
        return home(new EmptyState(VaadinIcon.QUESTION_CIRCLE, say("ui.notfound.title"), say("ui.notfound.why")));
    }

    public static Component notYours(Set<Role> roles) {
        var who = roles.stream().sorted().map(role -> say("ui.role." + role.name()))
                .collect(Collectors.joining(say("ui.list.separator")));
        return home(new EmptyState(VaadinIcon.LOCK, say("ui.notyours.title"),
                who.isEmpty() ? say("ui.notyours.frame") : say("ui.notyours.why", who)));
    }

    private static Component home(EmptyState state) {
        return state.action(Links.link(say("ui.home"), ""));
    }

    private static String say(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
