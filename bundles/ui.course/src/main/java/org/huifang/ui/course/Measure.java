// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.course;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Grid;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huifang.api.evaluation.Estimate;
import org.huifang.api.evaluation.Reading;
import org.huifang.ui.parts.Estimates;
import org.huifang.ui.parts.IntervalAxis;
import org.huifang.ui.parts.Words;

/** One measure in each step of the plan that it says something about, and its definition in place. */
final class Measure extends Composite<Article> {
    private static final long serialVersionUID = 1L;

    private record Line(Div row, IntervalAxis axis, Span text) {}

    private final String name;
    private final Div lines = new Div();
    private final Div scale = new Div();
    private final transient Map<String, Line> bySteps = new LinkedHashMap<>();

    Measure(String name) {
        this.name = name;
        var heading = new H3(Words.metric(name));
        heading.addClassNames(FontSize.MEDIUM, FontWeight.SEMIBOLD, Margin.NONE);
        var definition = new Paragraph(Words.definition(name));
        definition.addClassNames(Margin.NONE, FontSize.SMALL, TextColor.SECONDARY);
        var details = new Details(getTranslation("course.definition"), definition);
        details.addClassNames(Margin.NONE, FontSize.SMALL);
        getContent().addClassNames(Padding.Vertical.SMALL, Border.BOTTOM, BorderColor.CONTRAST_10);
        columns(scale);
        getContent().add(heading, lines, scale, details);
    }

    /** The steps that somebody is counted in; when there is none yet, one line that says so. */
    void show(List<Reading> readings) {
        var telling = readings.stream().filter(r -> !(r.estimate() instanceof Estimate.Nothing)).toList();
        var now = telling.isEmpty() ? readings.subList(0, 1) : telling;
        var steps = now.stream().map(Reading::step).toList();
        if (!steps.equals(List.copyOf(bySteps.keySet()))) {
            bySteps.clear();
            lines.removeAll();
            steps.forEach(step -> bySteps.put(step, line(step)));
        }
        scale.removeAll();
        scale.setVisible(!telling.isEmpty());
        if (!telling.isEmpty()) {
            scale.add(new Span(), new Span(), IntervalAxis.scale(telling.getFirst().estimate()));
        }
        for (var reading : now) {
            var line = bySteps.get(reading.step());
            if (line != null) {
                line.axis.show(reading.estimate());
                line.text.setText(Estimates.sentence(reading.estimate()));
            }
        }
    }

    private Line line(String step) {
        var label = new Span(Words.step(step));
        label.addClassNames(TextColor.SECONDARY);
        var line = new Line(new Div(), new IntervalAxis(), new Span());
        columns(line.row);
        line.row.addClassNames(AlignItems.CENTER, Padding.Vertical.XSMALL);
        line.row.add(label, line.text, line.axis);
        line.row.getElement().setAttribute("data-measure", name);
        lines.add(line.row);
        return line;
    }

    private static void columns(Div row) {
        row.addClassNames(Display.GRID, Grid.Column.COLUMNS_1, Grid.Breakpoint.Small.COLUMNS_3, Gap.Column.MEDIUM);
    }
}
