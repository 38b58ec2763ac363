// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huifang.api.calendar.Blackout;
import org.huifang.api.calendar.CalendarDay;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;

/** A year of the school: which days are free, which are worked instead, on which nobody is contacted. */
final class YearPart extends Composite<Div> implements Part {
    private static final long serialVersionUID = 1L;

    private record Shown(List<CalendarDay> days, Set<DayOfWeek> free, List<Blackout> blackouts) {}

    private final transient Desk desk;
    private final int asked;
    private final Zone zone = new Zone(getTranslation("policies.year"));
    private final Div year = Layouts.column();
    private final DayForm form;
    private transient Shown shown = new Shown(List.of(), Set.of(), List.of());

    /** @param asked the year, or 0 for this one */
    YearPart(Desk desk, int asked) {
        this.desk = desk;
        this.asked = asked;
        form = new DayForm(desk, zone, this::load);
        zone.show(year, form);
        getContent().add(zone);
    }

    @Override
    public void load() {
        zone.run(() -> {
            int number = asked == 0 ? desk.today().getYear() : asked;
            var work = desk.calendars().work(Desk.tenant());
            var free = EnumSet.allOf(DayOfWeek.class);
            work.week().forEach((day, hours) -> {
                if (!hours.isEmpty()) {
                    free.remove(day);
                }
            });
            var now = new Shown(desk.calendars().days(Desk.tenant(), number), free,
                    desk.calendars().blackouts(Desk.tenant()));
            if (!now.equals(shown) || year.getComponentCount() == 0) {
                shown = now;
                year.removeAll();
                year.add(years(number), sentence(number), months(number), list());
            }
        });
    }

    private Component years(int number) {
        var here = new Span(String.valueOf(number));
        here.addClassNames(FontSize.LARGE, FontWeight.SEMIBOLD);
        var before = Links.link("‹ " + (number - 1), PoliciesView.CALENDAR, "year", number - 1);
        var after = Links.link((number + 1) + " ›", PoliciesView.CALENDAR, "year", number + 1);
        before.addClassName(Padding.Vertical.XSMALL);
        after.addClassName(Padding.Vertical.XSMALL);
        return Layouts.line(before, here, after);
    }

    private Component sentence(int number) {
        long worked = shown.days().stream().filter(CalendarDay::worked).count();
        return Pieces.note(shown.days().isEmpty()
                ? getTranslation("policies.year.none", String.valueOf(number))
                : getTranslation("policies.year.sentence", shown.days().size() - worked, worked));
    }

    private Component months(int number) {
        var special = shown.days().stream().collect(Collectors.toMap(CalendarDay::day, Function.identity()));
        Set<LocalDate> quiet = new HashSet<>();
        var first = LocalDate.of(number, 1, 1);
        shown.blackouts().stream().filter(blackout -> blackout.course() == null).forEach(blackout -> {
            var day = blackout.from().isBefore(first) ? first : blackout.from();
            for (; !day.isAfter(blackout.to()) && day.getYear() == number; day = day.plusDays(1)) {
                quiet.add(day);
            }
        });
        var months = new Div();
        months.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.START, Gap.MEDIUM);
        for (int month = 1; month <= 12; month++) {
            months.add(new MonthTable(YearMonth.of(number, month), special, shown.free(), quiet));
        }
        return months;
    }

    private Component list() {
        var list = Layouts.list();
        DayRun.of(shown.days()).forEach(run -> list.add(Layouts.row(row(run))));
        return list;
    }

    private Component row(DayRun run) {
        var day = run.first();
        var when = run.days() == 1
                ? Times.day(day.day())
                : getTranslation("policies.range", Times.day(day.day()), Times.day(run.last()), run.days());
        var name = PolicyWords.day(day.name());
        var what = day.worked()
                ? getTranslation("policies.day.worked", SpanText.write(day.hours()))
                : getTranslation("policies.day.free");
        var change = Buttons.quiet(getTranslation("policies.change"), () -> form.show(run));
        change.setAriaLabel(getTranslation("policies.change.of", when));
        return Layouts.line(Pieces.strong(when), Chinese.marked(new Span(name), name), new Span(what),
                Chinese.marked(Pieces.quiet(day.because()), day.because()), change);
    }
}
