// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextAlignment;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Width;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Map;
import org.huifang.api.revisit.PlanPreview;
import org.huifang.ui.parts.Pieces;

/** How many calls would open on each of the next days, and their minutes beside those that the team has: a week in a line. */
final class LoadCalendar extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int WEEK = 7;
    private static final int DAYS = 28;

    LoadCalendar(Desk desk, PlanPreview preview, LocalDate from) {
        Map<LocalDate, Integer> load = preview.load();
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().add(Pieces.heading(getTranslation("plans.load", DAYS)));
        if (load.isEmpty()) {
            getContent().add(Pieces.quiet(getTranslation("plans.load.none")));
            return;
        }
        var first = load.keySet().stream().min(LocalDate::compareTo).filter(day -> day.isBefore(from)).orElse(from);
        var last = first.plusDays(DAYS - 1L);
        int most = Math.max(1, preview.minutes().values().stream().mapToInt(Integer::intValue).max().orElse(1));
        boolean over = false;
        var table = new NativeTable();
        table.addClassNames(Width.FULL);
        table.getStyle().set("table-layout", "fixed");
        table.getElement().setAttribute("aria-label", getTranslation("plans.load", DAYS));
        var head = table.getHead().addRow();
        for (var day : DayOfWeek.values()) {
            var cell = head.addHeaderCell();
            cell.setText(day.getDisplayName(TextStyle.SHORT, getLocale()));
            cell.addClassNames(FontSize.SMALL, FontWeight.NORMAL, TextColor.SECONDARY, TextAlignment.LEFT);
            cell.getElement().setAttribute("scope", "col");
        }
        var monday = first.minusDays(first.getDayOfWeek().getValue() - 1L);
        for (var week = monday; !week.isAfter(last); week = week.plusDays(WEEK)) {
            var row = table.getBody().addRow();
            for (int i = 0; i < WEEK; i++) {
                var day = week.plusDays(i);
                var cell = row.addDataCell();
                cell.addClassNames(Padding.Right.SMALL, Padding.Bottom.SMALL);
                cell.getStyle().set("vertical-align", "top");
                if (!day.isBefore(first) && !day.isAfter(last)) {
                    int minutes = preview.minutes().getOrDefault(day, 0);
                    long there = desk.minutes(day);
                    over |= there >= 0 && minutes > there;
                    cell.add(day(day, load.getOrDefault(day, 0), minutes, there, most));
                }
            }
        }
        getContent().add(table, Pieces.quiet(getTranslation("plans.load.total",
                load.values().stream().mapToLong(Integer::longValue).sum())));
        if (over) {
            getContent().add(Pieces.sentence(getTranslation("plans.load.over")));
        }
    }

    /** @param there minutes of the team, or -1 when nobody can say */
    private Component day(LocalDate day, int calls, int minutes, long there, int most) {
        var date = Pieces.quiet(day.getMonthValue() + "-" + day.getDayOfMonth());
        var number = Pieces.strong(String.valueOf(calls));
        boolean over = there >= 0 && minutes > there;
        var time = Pieces.quiet(there < 0
                ? getTranslation("plans.load.minutes", minutes)
                : getTranslation("plans.load.of", minutes, there));
        if (over) {
            time.removeClassName(TextColor.SECONDARY);
            time.addClassNames(TextColor.ERROR, FontWeight.SEMIBOLD);
        }
        var bar = new Div();
        bar.addClassNames(over ? Background.ERROR : Background.PRIMARY);
        bar.setHeight("4px");
        bar.setWidth(100.0f * minutes / most, com.vaadin.flow.component.Unit.PERCENTAGE);
        bar.getElement().setAttribute("aria-hidden", "true");
        return calls == 0
                ? new Div(new Div(date), new Div(number))
                : new Div(new Div(date), new Div(number), new Div(time), bar);
    }
}
