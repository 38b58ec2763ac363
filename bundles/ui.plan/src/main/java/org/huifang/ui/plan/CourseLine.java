// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Flex;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.ListStyleType;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.List;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.PlannedStep;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Words;

/** The course as a line: its nodes in the order of the school, each a link that chooses it. */
final class CourseLine extends Composite<OrderedList> {
    private static final long serialVersionUID = 1L;

    private final transient Spot spot;
    private transient List<Object> shown = List.of();

    CourseLine(Spot spot) {
        this.spot = spot;
        getContent().addClassNames(Display.HIDDEN, Display.Breakpoint.Medium.FLEX, FlexWrap.WRAP, ListStyleType.NONE,
                Margin.NONE, Padding.NONE,
                Gap.Row.MEDIUM);
        getContent().getElement().setAttribute("aria-label", getTranslation("plans.line"));
    }

    void show(PlanVersion version) {
        List<Object> now = List.of(version.plan(), version.steps(), spot.step(), spot.past());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        getContent().removeAll();
        version.steps().forEach(step -> getContent().add(node(step, step.code().equals(spot.step()))));
    }

    private ListItem node(PlannedStep step, boolean chosen) {
        var dot = Pieces.icon(chosen ? VaadinIcon.DOT_CIRCLE : VaadinIcon.CIRCLE_THIN);
        var rail = new Div(dot);
        // the line of the course goes through the dots
        rail.addClassNames(Border.BOTTOM, BorderColor.CONTRAST_50, Padding.Bottom.XSMALL, Margin.Bottom.XSMALL,
                chosen ? TextColor.PRIMARY : TextColor.SECONDARY);
        var name = spot.link(StepWords.name(step), step.code());
        name.addClassNames(chosen ? FontWeight.BOLD : FontWeight.SEMIBOLD);
        if (chosen) {
            name.getElement().setAttribute("aria-current", "step");
        }
        var words = new Div(new Div(name), new Div(Pieces.quiet(StepWords.when(step))),
                new Div(Pieces.quiet(Words.of(step.kind()))));
        words.addClassName(Padding.Right.MEDIUM);
        var node = new ListItem(rail, words);
        node.addClassNames(Flex.AUTO);
        node.setMinWidth("9rem");
        return node;
    }
}
