// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.List;
import org.huifang.api.revisit.PlanPreview;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;

/** The sum of what would be owed, for all steps and for each; the parts add up to it. */
final class PreviewLines extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    PreviewLines(PlanPreview preview) {
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().add(Pieces.sentence(getTranslation("plans.preview.asof", preview.learners(),
                Times.stamp(preview.asOf()))), terms(total(preview.steps())));
        var list = Layouts.list();
        preview.steps().forEach(line -> list.add(Layouts.row(
                new Div(Pieces.strong(StepWords.name(line.code(), line.name()))), terms(line))));
        getContent().add(list);
    }

    static PlanPreview.Line total(List<PlanPreview.Line> lines) {
        return lines.stream().reduce(new PlanPreview.Line("", "", 0, 0, 0, 0, 0, 0, 0),
                (a, b) -> new PlanPreview.Line("", "", a.added() + b.added(), a.moved() + b.moved(),
                        a.unchanged() + b.unchanged(), a.settled() + b.settled(), a.exempted() + b.exempted(),
                        a.dueAtOnce() + b.dueAtOnce(), a.held() + b.held()));
    }

    static long owed(PlanPreview.Line line) {
        return line.added() + line.moved() + line.unchanged() + line.settled() + line.exempted();
    }

    private Div terms(PlanPreview.Line line) {
        var sum = new Span(getTranslation("plans.preview.sum", owed(line), line.added(), line.moved(),
                line.unchanged(), line.settled(), line.exempted()));
        var atOnce = Pieces.badge(line.dueAtOnce() == 0 ? VaadinIcon.CHECK_CIRCLE : VaadinIcon.CLOCK,
                getTranslation("plans.preview.atonce", line.dueAtOnce()),
                line.dueAtOnce() == 0 ? TextColor.SECONDARY : TextColor.WARNING);
        var held = Pieces.badge(VaadinIcon.PAUSE, getTranslation("plans.preview.held", line.held()),
                line.held() == 0 ? TextColor.SECONDARY : TextColor.WARNING);
        return Layouts.slimColumn(sum, Layouts.line(atOnce, held));
    }
}
