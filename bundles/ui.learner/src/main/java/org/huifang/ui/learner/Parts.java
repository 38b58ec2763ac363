// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.ListStyleType;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.List;
import org.huifang.ui.parts.Pieces;

/** What all parts of the page are made of. */
final class Parts {
    private Parts() {
    }

    static Paragraph sentence(String text) {
        var sentence = new Paragraph(text);
        sentence.addClassNames(Margin.NONE, FontSize.MEDIUM);
        sentence.setMaxWidth("75ch");
        return sentence;
    }

    static Paragraph aside(String text) {
        var aside = sentence(text);
        aside.addClassName(TextColor.SECONDARY);
        return aside;
    }

    static H3 heading(String text) {
        var heading = new H3(text);
        heading.addClassNames(FontSize.MEDIUM, FontWeight.SEMIBOLD, Margin.NONE, Margin.Top.SMALL);
        return heading;
    }

    static UnorderedList list(List<? extends Component> items) {
        var list = new UnorderedList();
        list.addClassNames(ListStyleType.NONE, Margin.NONE, Padding.NONE, Display.FLEX, FlexDirection.COLUMN,
                Gap.SMALL);
        items.forEach(item -> list.add(new ListItem(item)));
        return list;
    }

    /** Says what was done and when; read out, and it stays until the next. */
    static Div receipt(String text) {
        var icon = Pieces.icon(VaadinIcon.CHECK_CIRCLE, TextColor.SUCCESS);
        var receipt = new Div(icon, sentence(text));
        receipt.addClassNames(Display.FLEX, AlignItems.CENTER, Gap.SMALL);
        return receipt;
    }

    /** Why something was not done. */
    static Div refusal(String text) {
        var icon = Pieces.icon(VaadinIcon.EXCLAMATION_CIRCLE, TextColor.ERROR);
        var refusal = new Div(icon, sentence(text));
        refusal.addClassNames(Display.FLEX, AlignItems.CENTER, Gap.SMALL, TextColor.ERROR);
        return refusal;
    }

    /** Where receipts and refusals of a part stand. */
    static Div told() {
        var told = new Div();
        told.getElement().setAttribute("role", "status");
        return told;
    }

    static void tell(Div told, Component what) {
        told.removeAll();
        told.add(what);
    }
}
