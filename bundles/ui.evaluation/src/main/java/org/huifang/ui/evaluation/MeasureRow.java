// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.evaluation;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Grid;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import org.huifang.api.evaluation.Estimate;
import org.huifang.api.evaluation.Reading;
import org.huifang.ui.parts.Estimates;
import org.huifang.ui.parts.IntervalAxis;
import org.huifang.ui.parts.Words;

/** A measure in one step: the number with all that belongs to it, and its place on the axis. */
final class MeasureRow extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final Span number = new Span();
    private final IntervalAxis axis = new IntervalAxis();

    MeasureRow(String step) {
        var label = new Span(Words.step(step));
        label.addClassName(TextColor.SECONDARY);
        getContent().addClassNames(Display.GRID, Grid.Column.COLUMNS_1, Grid.Breakpoint.Medium.COLUMNS_3,
                AlignItems.CENTER, Gap.Column.LARGE, Padding.Vertical.XSMALL);
        getContent().add(label, number, axis);
    }

    void show(Reading reading) {
        var known = !(reading.estimate() instanceof Estimate.Nothing)
                && !(reading.estimate() instanceof Estimate.TooFew);
        number.setText(Estimates.sentence(reading.estimate()));
        number.setClassName(TextColor.SECONDARY, !known);
        axis.show(reading.estimate());
    }
}
