// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.evaluation;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
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
import java.util.Objects;
import org.huifang.api.evaluation.Estimate;
import org.huifang.api.evaluation.Reading;
import org.huifang.ui.parts.IntervalAxis;
import org.huifang.ui.parts.Words;

/** One measure: a row for each step of the plan on one axis, and the definition in its version. */
final class Measure extends Composite<Section> {
    private static final long serialVersionUID = 1L;

    private final Div rows = new Div();
    private final Div scale = new Div();
    private final Details definition = new Details();
    private final Paragraph text = new Paragraph();
    private final transient Map<String, MeasureRow> bySteps = new LinkedHashMap<>();

    Measure(String name) {
        var heading = new H2(Words.metric(name));
        heading.addClassNames(FontSize.LARGE, FontWeight.SEMIBOLD, Margin.NONE);
        text.setText(Words.definition(name));
        text.addClassNames(Margin.NONE, FontSize.SMALL, TextColor.SECONDARY);
        text.setMaxWidth("75ch");
        definition.add(text);
        definition.addClassNames(Margin.NONE, FontSize.SMALL);
        getContent().addClassNames(Background.BASE, Border.ALL, BorderColor.CONTRAST_10, BorderRadius.LARGE,
                Padding.MEDIUM);
        scale.addClassNames(Display.GRID, Grid.Column.COLUMNS_1, Grid.Breakpoint.Medium.COLUMNS_3, Gap.Column.LARGE);
        getContent().add(heading, rows, scale, definition);
    }

    /** Under the last row, where the axis of every row ends. */
    private void scale(List<Reading> readings) {
        var shown = readings.stream().map(Reading::estimate)
                .filter(e -> !(e instanceof Estimate.Nothing) && !(e instanceof Estimate.TooFew)).findFirst();
        scale.removeAll();
        shown.ifPresent(estimate -> scale.add(new Span(), new Span(), IntervalAxis.scale(estimate)));
    }

    void show(List<Reading> readings) {
        var steps = readings.stream().map(Reading::step).toList();
        if (!steps.equals(List.copyOf(bySteps.keySet()))) {
            bySteps.clear();
            rows.removeAll();
            steps.forEach(step -> bySteps.put(step, new MeasureRow(step)));
            rows.add(bySteps.values().toArray(MeasureRow[]::new));
        }
        scale(readings);
        definition.setSummaryText(getTranslation("evaluation.definition", readings.getFirst().version()));
        readings.forEach(reading -> Objects.requireNonNull(bySteps.get(reading.step())).show(reading));
    }
}
