// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.course;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Flex;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Grid;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.UUID;
import org.huifang.api.archive.RosterEntry;
import org.huifang.ui.Links;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** A learner of the course: name, stage, progress, last seen; leads to the file. */
final class RosterRow extends Composite<ListItem> implements MoreList.Row<RosterEntry> {
    private static final long serialVersionUID = 1L;

    private final UUID course;
    private final Anchor name = new Anchor();
    private final Span stage = new Span();
    private final ProgressBar bar = new ProgressBar(0, 100);
    private final Span progress = new Span();
    private final Span last = new Span();
    private transient @Nullable RosterEntry shown;

    RosterRow(UUID course) {
        this.course = course;
        name.addClassName(FontWeight.SEMIBOLD);
        name.getElement().setAttribute("router-link", true);
        stage.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        last.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        bar.addClassNames(Margin.NONE, Flex.ONE);
        bar.getElement().setAttribute("aria-label", getTranslation("course.progress"));
        progress.addClassName(FontSize.SMALL);
        var far = new Div(bar, progress);
        far.addClassNames(Display.FLEX, AlignItems.CENTER, Gap.SMALL);
        getContent().addClassNames(Display.GRID, Grid.Column.COLUMNS_2, Grid.Breakpoint.Small.COLUMNS_4,
                AlignItems.CENTER, Gap.Column.MEDIUM, Padding.Vertical.XSMALL, Border.BOTTOM,
                BorderColor.CONTRAST_10);
        getContent().add(name, far, stage, last);
    }

    @Override
    public void show(RosterEntry entry) {
        if (entry.equals(shown)) {
            return;
        }
        shown = entry;
        var enrolment = entry.enrolment();
        name.setText(entry.name());
        name.setHref(Links.to("course/" + course + "/learner/" + entry.learner()));
        stage.setText(Words.of(enrolment.stage()));
        bar.setValue(Math.clamp(enrolment.progress(), 0, 100));
        progress.setText(getTranslation("course.percent", enrolment.progress()));
        last.setText(enrolment.lastActivity() == null
                ? getTranslation("course.notyet")
                : getTranslation("course.last", Times.stamp(enrolment.lastActivity())));
    }
}
