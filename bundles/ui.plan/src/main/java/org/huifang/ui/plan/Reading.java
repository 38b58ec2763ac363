// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;

/** The steps as sentences, where there is no room to change them. */
final class Reading extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    Reading() {
        getContent().addClassNames(Display.FLEX, Display.Breakpoint.Medium.HIDDEN, FlexDirection.COLUMN, Gap.SMALL);
    }

    void show(PlanVersion version) {
        getContent().removeAll();
        getContent().add(steps(version), Pieces.quiet(getTranslation("plans.narrow")));
    }

    static UnorderedList steps(PlanVersion version) {
        var list = Layouts.list();
        version.steps().forEach(step -> list.add(Layouts.row(new Div(Pieces.strong(StepWords.name(step))),
                Pieces.sentence(StepWords.sentence(step)))));
        return list;
    }
}
