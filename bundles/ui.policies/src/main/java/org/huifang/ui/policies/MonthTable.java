// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.LineHeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextAlignment;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Map;
import java.util.Set;
import org.huifang.api.calendar.CalendarDay;
import org.jspecify.annotations.Nullable;

/** A month, weeks from Monday; free days, days worked instead and days without contacts bear a word and a ground. */
final class MonthTable extends Composite<NativeTable> {
    private static final long serialVersionUID = 1L;
    private static final int WEEK = 7;

    /**
     * @param special days that are not like their day of the week
     * @param free days of the week
     * @param quiet days on which nobody is contacted
     */
    MonthTable(YearMonth month, Map<LocalDate, CalendarDay> special, Set<DayOfWeek> free, Set<LocalDate> quiet) {
        var table = getContent();
        table.addClassNames(FontSize.XSMALL, LineHeight.SMALL);
        table.getStyle().set("border-spacing", "0").set("width", "10.5rem").set("table-layout", "fixed");
        table.setCaptionText(month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, getLocale()));
        table.getCaption().addClassNames(FontWeight.SEMIBOLD, TextAlignment.LEFT, Padding.Bottom.XSMALL);
        var head = table.getHead().addRow();
        for (var day : DayOfWeek.values()) {
            var cell = head.addHeaderCell();
            cell.setText(day.getDisplayName(TextStyle.NARROW_STANDALONE, getLocale()));
            cell.getElement().setAttribute("scope", "col").setAttribute("abbr",
                    day.getDisplayName(TextStyle.FULL_STANDALONE, getLocale()));
            cell.addClassNames(FontWeight.NORMAL, TextColor.SECONDARY, TextAlignment.CENTER, Padding.NONE);
        }
        var monday = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1L);
        for (var week = monday; !week.isAfter(month.atEndOfMonth()); week = week.plusDays(WEEK)) {
            var row = table.getBody().addRow();
            for (int n = 0; n < WEEK; n++) {
                var day = week.plusDays(n);
                var cell = row.addDataCell();
                cell.addClassNames(TextAlignment.CENTER, Padding.NONE);
                cell.getStyle().set("vertical-align", "top");
                if (YearMonth.from(day).equals(month)) {
                    show(cell, day, special.get(day), free.contains(day.getDayOfWeek()), quiet.contains(day));
                }
            }
        }
    }

    private void show(NativeTableCell cell, LocalDate day, @Nullable CalendarDay special,
            boolean free, boolean quiet) {
        cell.add(new Span(String.valueOf(day.getDayOfMonth())));
        if (special != null) {
            cell.getElement().setAttribute("title", PolicyWords.day(special.name()));
            cell.addClassNames(BorderRadius.SMALL, FontWeight.SEMIBOLD,
                    special.worked() ? Background.PRIMARY_10 : Background.ERROR_10,
                    special.worked() ? TextColor.PRIMARY : TextColor.ERROR);
            cell.add(new Div(getTranslation(special.worked() ? "policies.mark.worked" : "policies.mark.free")));
        } else if (free) {
            cell.addClassNames(TextColor.SECONDARY);
        }
        if (quiet) {
            cell.addClassNames(BorderRadius.SMALL, Background.CONTRAST_10);
            cell.add(new Div(getTranslation("policies.mark.quiet")));
        }
    }
}
