// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive.quality;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Grid;
import org.huifang.api.evaluation.Estimate;
import org.huifang.ui.parts.Estimates;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;

/** Some measures of some files in a line of a list. */
final class Measures {
    private Measures() {
    }

    static ListItem row(String title, long files, Component... measures) {
        var name = new Span(title);
        name.addClassName(FontWeight.SEMIBOLD);
        var all = new Div(measures);
        all.addClassNames(Display.GRID, Grid.Column.COLUMNS_1, Grid.Breakpoint.Medium.COLUMNS_2, Gap.Column.LARGE);
        var row = new ListItem(Layouts.line(name, Pieces.quiet(I18NProvider.translate("quality.files", files))), all);
        Layouts.ruled(row);
        return row;
    }

    static Component of(String key, Estimate estimate) {
        return Layouts.line(Pieces.quiet(I18NProvider.translate(key)), new Span(Estimates.sentence(estimate)));
    }
}
