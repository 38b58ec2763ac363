// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.time.InstantSource;
import java.util.UUID;
import org.huifang.api.consent.Consents;
import org.huifang.api.consent.Decision;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Times;
import org.jspecify.annotations.Nullable;

/** Whether this person may be called, read from the ledger each time the case is shown: a withdrawal holds at once. */
final class MayCall extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Consents consents;
    private final transient InstantSource clock;

    MayCall(@Nullable Consents consents, InstantSource clock) {
        this.consents = consents;
        this.clock = clock;
        getContent().setVisible(false);
    }

    void show(UUID learner) {
        getContent().removeAll();
        getContent().removeClassNames(Background.ERROR_10, TextColor.ERROR);
        getContent().setVisible(consents != null);
        if (consents != null) {
            say(consents.may(Viewer.current().tenant(), learner, "revisit", "phone", clock.instant()));
        }
    }

    private void say(Decision decision) {
        switch (decision) {
            case Decision.Allowed allowed -> getContent().setVisible(false);
            case Decision.NoConsent none -> getContent().add(Layouts.quiet(getTranslation("revisit.may.none")));
            case Decision.Withdrawn refused ->
                stop(getTranslation("revisit.may.withdrawn", Times.stamp(refused.by().at())));
            case Decision.DoNotContact refused ->
                stop(getTranslation("revisit.may.never", Times.stamp(refused.by().at())));
            case Decision.MinorNeedsGuardian young -> stop(getTranslation("revisit.may.minor", young.until()));
        }
    }

    private void stop(String sentence) {
        getContent().addClassNames(Display.FLEX, AlignItems.CENTER, Gap.SMALL, Padding.SMALL, BorderRadius.MEDIUM,
                Background.ERROR_10, TextColor.ERROR);
        getContent().add(Layouts.icon(VaadinIcon.BAN), new Span(sentence));
    }
}
