// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.List;
import org.huifang.api.consent.ConsentText;
import org.huifang.api.consent.Decision;
import org.huifang.api.consent.Standing;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** One purpose: agreeing shows the text first, taking back is one tap. */
final class PurposeChoice extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    /** Says it. */
    interface Say {
        void said(String purpose, String channel, String version, boolean given);
    }

    private final String purpose;
    private final transient @Nullable ConsentText text;
    private final boolean minor;
    private final transient Say say;
    private final Div panel = new Div();

    /** @param minor whether only a guardian's consent counts */
    PurposeChoice(String purpose, List<Standing> standings, @Nullable ConsentText text, boolean minor, Say say) {
        this.purpose = purpose;
        this.text = text;
        this.minor = minor;
        this.say = say;
        var channels = new Div();
        channels.addClassNames(Display.FLEX, FlexWrap.WRAP, Gap.MEDIUM);
        standings.forEach(standing -> channels.add(channel(standing)));
        panel.setVisible(false);
        panel.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL, Padding.MEDIUM, BorderRadius.MEDIUM,
                Background.CONTRAST_5);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.XSMALL);
        getContent().add(Parts.sentence(Asked.purpose(purpose)), channels, panel);
    }

    /** Whether a text is open. */
    boolean reading() {
        return panel.isVisible();
    }

    private Checkbox channel(Standing standing) {
        var given = standing.decision().allowed();
        var box = new Checkbox(Words.channel(standing.channel()), given);
        box.setAriaLabel(Asked.purpose(purpose) + ": " + Words.channel(standing.channel()));
        box.setHelperText(since(standing.decision()));
        var stopped = standing.decision() instanceof Decision.DoNotContact;
        box.setEnabled(given || !minor && !stopped && text != null);
        box.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue()) {
                box.setValue(false);
                read(standing.channel());
            } else if (change.isFromClient()) {
                panel.setVisible(false);
                say.said(purpose, standing.channel(), "", false);
            }
        });
        return box;
    }

    private String since(Decision decision) {
        return switch (decision) {
            case Decision.Allowed by -> getTranslation("me.since.agreed", Times.day(by.by().at()));
            case Decision.Withdrawn by -> getTranslation("me.since.withdrawn", Times.day(by.by().at()));
            case Decision.DoNotContact by -> getTranslation("me.since.nocontact", Times.day(by.by().at()));
            case Decision.ByContract by -> getTranslation("me.since.contract");
            case Decision.NoConsent no -> getTranslation("me.since.never");
            case Decision.MinorNeedsGuardian needs -> getTranslation("me.since.guardian");
        };
    }

    private void read(String channel) {
        var agreed = text;
        if (agreed == null) {
            return;
        }
        var agree = new Button(getTranslation("me.agree"), click -> {
            panel.setVisible(false);
            say.said(purpose, channel, agreed.version(), true);
        });
        agree.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        agree.setDisableOnClick(true);
        var not = new Button(getTranslation("me.agree.not"), click -> panel.setVisible(false));
        var buttons = new Div(agree, not);
        buttons.addClassNames(Display.FLEX, FlexWrap.WRAP, Gap.SMALL);
        panel.removeAll();
        var words = Parts.sentence(agreed.text());
        words.getElement().setAttribute("lang", agreed.language());
        panel.add(words, Parts.aside(getTranslation("me.agree.version", agreed.version(), Words.channel(channel))),
                buttons);
        panel.setVisible(true);
        agree.focus();
    }
}
