// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.care;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import org.huifang.api.care.Greeted;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.jspecify.annotations.Nullable;

/** One person's greeting: the day, who, what became of it and why. */
final class GreetedRow extends Composite<ListItem> implements MoreList.Row<GreetedRow.Line> {
    private static final long serialVersionUID = 1L;

    /** @param name masked */
    record Line(Greeted greeted, String name) {}

    private transient @Nullable Line shown;

    GreetedRow() {
        getContent().addClassNames(Padding.Vertical.SMALL, Border.BOTTOM, BorderColor.CONTRAST_10);
    }

    @Override
    public void show(Line line) {
        if (line.equals(shown)) {
            return;
        }
        shown = line;
        var greeted = line.greeted();
        var row = Layouts.line(new Span(greeted.day().toString()),
                Links.link(line.name(), "files/" + greeted.learner()), CareWords.state(greeted.state()),
                Pieces.quiet(CareWords.how(greeted)));
        var sent = greeted.sent();
        if (sent != null) {
            row.add(Pieces.quiet(Times.stamp(sent)));
        }
        getContent().removeAll();
        getContent().add(row);
    }
}
