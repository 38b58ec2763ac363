// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import java.util.UUID;
import org.huifang.api.revisit.Obligation;
import org.jspecify.annotations.Nullable;

/**
 * At most two things worth asking in this call. They are chosen when the case is opened and stay, whatever happens to the
 * file meanwhile: answering one brings no further question, and a push moves nothing that is being typed.
 */
final class AskAlso extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Asking asking;
    private @Nullable UUID obligation;

    AskAlso(Asking asking) {
        this.asking = asking;
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
    }

    void show(Obligation now, UUID learner) {
        if (now.id().equals(obligation)) {
            return;
        }
        obligation = now.id();
        getContent().removeAll();
        var asks = asking.of(learner);
        setVisible(!asks.isEmpty());
        if (!asks.isEmpty()) {
            var heading = new H3(getTranslation("revisit.ask"));
            heading.addClassNames(FontSize.MEDIUM, FontWeight.SEMIBOLD, Margin.NONE);
            getContent().add(heading);
            asks.forEach(ask -> getContent().add(new AskRow(asking, learner, ask)));
        }
    }
}
