// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.revisit.Ledger;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Pieces;

/** Who stands on a roster and in no line of the ledger, because no plan is for them. */
final class UnplannedLine extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    /** More courses than these are counted only. */
    private static final int NAMED = 3;

    UnplannedLine() {
        getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.CENTER, Gap.Column.MEDIUM, Gap.Row.XSMALL);
        getContent().setVisible(false);
    }

    void show(List<Ledger.Unplanned> unplanned, Map<UUID, String> titles) {
        getContent().removeAll();
        getContent().setVisible(!unplanned.isEmpty());
        if (unplanned.isEmpty()) {
            return;
        }
        var icon = Pieces.icon(VaadinIcon.WARNING);
        icon.addClassName(TextColor.WARNING);
        var courses = unplanned.stream().limit(NAMED)
                .map(each -> getTranslation("revisit.ledger.term", titles.getOrDefault(each.course(), ""),
                        each.learners()))
                .collect(Collectors.joining(getTranslation("revisit.separator")));
        getContent().add(
                new Span(icon, new Span(" " + getTranslation("revisit.ledger.unplanned",
                        unplanned.stream().mapToLong(Ledger.Unplanned::learners).sum()))),
                Looks.quiet(unplanned.size() <= NAMED
                        ? courses
                        : getTranslation("revisit.ledger.unplanned.more", courses, unplanned.size() - NAMED)),
                Links.link(getTranslation("revisit.ledger.unplanned.plans"), "plans"));
    }
}
