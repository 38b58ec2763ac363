// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.IconSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import org.huifang.api.segment.Why;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;

/** Why a person is in or out: each condition, whether it holds, and what the file says. */
final class WhyTree extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    WhyTree(String name, Why why, ConditionWords words) {
        var head = new Span(getTranslation(why.holds() ? "seg.isin" : "seg.isout", name));
        head.addClassNames(FontWeight.SEMIBOLD);
        var list = Layouts.list();
        list.add(line(why, words));
        getContent().getElement().setAttribute("role", "status");
        getContent().add(head, list);
    }

    private ListItem line(Why why, ConditionWords words) {
        var mark = (why.holds() ? VaadinIcon.CHECK : VaadinIcon.CLOSE_SMALL).create();
        mark.addClassNames(IconSize.SMALL, why.holds() ? TextColor.SUCCESS : TextColor.SECONDARY);
        mark.getElement().setAttribute("role", "img");
        mark.getElement().setAttribute("aria-label", getTranslation(why.holds() ? "seg.true" : "seg.false"));
        var line = new Div(mark, new Span(words.of(why.condition())), Pieces.quiet(words.seen(why)));
        line.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.CENTER, Gap.Column.SMALL);
        var item = new ListItem(line);
        if (!why.parts().isEmpty()) {
            var parts = Layouts.list();
            why.parts().forEach(part -> parts.add(line(part, words)));
            parts.addClassName(Padding.Left.LARGE);
            item.add(parts);
        }
        return item;
    }
}
