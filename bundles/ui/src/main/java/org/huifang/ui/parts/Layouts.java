// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.ListStyleType;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.MaxWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.MinWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;

/**
 * How the things on a page stand: pages, lines, forms, columns and lists, by the utility classes of the theme alone.
 * What they are made of is in {@link Pieces} and {@link Buttons}.
 */
public final class Layouts {
    private Layouts() {
    }

    /** The one column of a page, with air around it, no wider than what one reads with ease. */
    public static void page(HasStyle page) {
        page.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE, Padding.MEDIUM, MaxWidth.SCREEN_LARGE,
                BoxSizing.BORDER);
    }

    /** As {@link #page}, for parts that have less to do with each other and stand further apart. */
    public static void roomyPage(HasStyle page) {
        page.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.XLARGE, Padding.MEDIUM, MaxWidth.SCREEN_LARGE,
                BoxSizing.BORDER);
    }

    /** The one column of a page inside something that has air around it and a width already. */
    public static void innerPage(HasStyle page) {
        page.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE, BoxSizing.BORDER);
    }

    /** Side by side, on several lines where it is narrow. */
    public static Div line(Component... content) {
        var line = new Div(content);
        line.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.Column.MEDIUM, Gap.Row.XSMALL);
        return line;
    }

    /** Fields and what is done with them, side by side where there is room. */
    public static Div form(Component... fields) {
        var form = new Div(fields);
        form.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.MEDIUM);
        return form;
    }

    /** As {@link #form}, closer together and even at the bottom: what has a label stands beside what has none. */
    public static Div closeForm(Component... fields) {
        var form = new Div(fields);
        form.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.END, Gap.SMALL);
        return form;
    }

    /** One below the other, as wide as the widest needs to be. */
    public static Div column(Component... content) {
        var column = new Div(content);
        column.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        return column;
    }

    /** As {@link #column}, but where the page is narrow it is narrower than its content, which breaks or is cut. */
    public static Div slimColumn(Component... content) {
        var column = column(content);
        column.addClassName(MinWidth.NONE);
        return column;
    }

    /** Parts of a page that stand apart from each other. */
    public static Div sections(Component... content) {
        var sections = new Div(content);
        sections.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE, MinWidth.NONE);
        return sections;
    }

    /** A list without marks and indents, for {@link #row rows}. */
    public static UnorderedList list(Component... rows) {
        var list = new UnorderedList();
        list.add(rows);
        list.addClassNames(ListStyleType.NONE, Margin.NONE, Padding.NONE);
        return list;
    }

    /** A row of a list, with a line below. */
    public static ListItem row(Component... content) {
        var row = new ListItem(content);
        ruled(row);
        return row;
    }

    /** A line below, as between the rows of a list. */
    public static void ruled(HasStyle row) {
        row.addClassNames(Padding.Vertical.SMALL, Border.BOTTOM, BorderColor.CONTRAST_10);
    }
}
