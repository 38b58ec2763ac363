// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.TextAlignment;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.UUID;
import org.huifang.api.staff.Agent;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.MissingYear;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Shown;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** The next four weeks: minutes asked against minutes there are, and what happens to whom when they do not suffice. */
final class CapacityPage extends Composite<Div> implements TeamView.Page {
    private static final long serialVersionUID = 1L;
    private static final int DAYS = 28;

    private final transient Desk desk;
    private final MissingYear missing = new MissingYear();
    private final Zone zone = new Zone();
    private final transient Shown shown = new Shown();
    private final Select<UUID> person = new Select<>();

    CapacityPage(Desk desk) {
        this.desk = desk;
        person.setLabel(getTranslation("team.capacity.whose"));
        person.setEmptySelectionAllowed(true);
        person.setEmptySelectionCaption(getTranslation("team.capacity.all"));
        person.setItemLabelGenerator(id -> id == null ? getTranslation("team.capacity.all") : desk.name(id));
        person.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Links.go(TeamView.PATH + "/capacity", "person", event.getValue());
            }
        });
        getContent().add(Layouts.slimColumn(missing, Layouts.line(person), zone));
    }

    @Override
    public void show(Place place) {
        shown.forget();
        var ids = desk.agents().stream().map(Agent::account).toList();
        person.setItems(ids);
        person.setValue(place.queryId("person").filter(ids::contains).orElse(null));
        refresh();
    }

    @Override
    public void refresh() {
        boolean worked = zone.run(() -> {
            if (desk.revisits() == null) {
                zone.empty(getTranslation("team.capacity.away"));
                return;
            }
            if (desk.calendars() != null) {
                missing.show(desk.calendars(), desk.today());
            }
            var loads = desk.load(DAYS);
            var first = loads.isEmpty() ? desk.today() : loads.getFirst().day();
            var staff = Capacity.staff(desk.staff(), desk.calendar(), Desk.tenant(), first, DAYS, desk.now());
            var capacity = Capacity.of(loads, staff, desk.calendar(), person.getValue());
            var late = person.getValue() == null ? Lateness.of(desk.dueLoad(DAYS), capacity.days()) : null;
            if (!shown.changed(capacity, late, desk.agents().isEmpty())) {
                return;
            }
            if (desk.agents().isEmpty()) {
                zone.show(new EmptyState(VaadinIcon.GROUP, getTranslation("team.none"),
                        getTranslation("team.none.why")));
                return;
            }
            zone.show(verdict(capacity), legend(), new Bars(capacity.days()), fairness(late), table(capacity));
        });
        if (!worked) {
            shown.forget();
        }
    }

    private Component verdict(Capacity capacity) {
        var shortage = capacity.shortage();
        if (shortage.isEmpty()) {
            var fine = new Span(Pieces.icon(VaadinIcon.CHECK_CIRCLE),
                    new Span(" " + getTranslation("team.capacity.enough", sum(capacity.days(), true),
                            sum(capacity.days(), false))));
            fine.addClassName(FontWeight.SEMIBOLD);
            return fine;
        }
        var day = shortage.get();
        var left = capacity.days().getLast().left();
        var sentence = Looks.warning(getTranslation("team.capacity.short", day(day.day()), day.asked() + day.carried(),
                day.staff(), left));
        sentence.addClassName(FontWeight.SEMIBOLD);
        return sentence;
    }

    private Component legend() {
        return Layouts.line(Layouts.line(Bars.mark(true), new Span(getTranslation("team.capacity.asked"))),
                Layouts.line(Bars.mark(false), new Span(getTranslation("team.capacity.staff"))));
    }

    private Component fairness(@Nullable Lateness late) {
        var part = Layouts.slimColumn(Pieces.strong(getTranslation("team.capacity.order")),
                Pieces.wideSentence(getTranslation("team.capacity.order.why")));
        if (late == null) {
            return part;
        }
        if (late.late() == 0) {
            part.add(Pieces.wideSentence(getTranslation("team.capacity.intime", late.revisits())));
            return part;
        }
        part.add(Looks.warning(getTranslation(late.atLeast() ? "team.capacity.late.least" : "team.capacity.late",
                late.late(), late.revisits(), late.days())),
                courses(late));
        return part;
    }

    private Component courses(Lateness late) {
        var titles = desk.courses();
        var table = new NativeTable();
        Looks.table(table, getTranslation("team.capacity.order"));
        var head = table.getHead().addRow();
        Looks.head(head.addHeaderCell(), getTranslation("team.capacity.course"), TextAlignment.LEFT);
        for (var key : List.of("team.capacity.revisits", "team.capacity.afterdate", "team.capacity.longest")) {
            Looks.head(head.addHeaderCell(), getTranslation(key), TextAlignment.RIGHT);
        }
        for (var course : late.courses()) {
            var row = table.getBody().addRow();
            Looks.day(row.addHeaderCell(), titles.getOrDefault(course.id(), ""));
            number(row, course.revisits(), false);
            number(row, course.late(), course.late() > 0);
            Looks.cell(row.addDataCell(), TextAlignment.RIGHT, new Span(getTranslation(
                    course.atLeast() ? "team.capacity.least" : "team.number", course.days())));
        }
        return Looks.scrolling(table);
    }

    private Component table(Capacity capacity) {
        var table = new NativeTable();
        Looks.table(table, getTranslation("team.part.capacity"));
        var head = table.getHead().addRow();
        Looks.head(head.addHeaderCell(), getTranslation("team.capacity.day"), TextAlignment.LEFT);
        for (var key : List.of("team.capacity.contacts", "team.capacity.asked", "team.capacity.carried",
                "team.capacity.people", "team.capacity.staff", "team.capacity.left")) {
            Looks.head(head.addHeaderCell(), getTranslation(key), TextAlignment.RIGHT);
        }
        for (var week : capacity.weeks()) {
            week.forEach(day -> row(table.getBody().addRow(), day));
            sums(table.getBody().addRow(), week);
        }
        return Looks.scrolling(table);
    }

    private void row(NativeTableRow row, Capacity.Day day) {
        Looks.day(row.addHeaderCell(),
                day.worked() ? day(day.day()) : getTranslation("team.capacity.free", day(day.day())));
        number(row, day.contacts() < 0 ? null : day.contacts(), false);
        number(row, day.asked(), false);
        number(row, day.carried(), false);
        number(row, (long) day.people(), false);
        number(row, day.staff(), false);
        number(row, day.left(), day.worked() && day.left() > 0);
    }

    private void sums(NativeTableRow row, List<Capacity.Day> week) {
        Looks.day(row.addHeaderCell(), getTranslation("team.capacity.week", day(week.getFirst().day()),
                day(week.getLast().day())));
        boolean counted = week.stream().allMatch(day -> day.contacts() >= 0);
        number(row, counted ? week.stream().mapToLong(Capacity.Day::contacts).sum() : null, false);
        number(row, sum(week, true), false);
        number(row, week.getFirst().carried(), false);
        number(row, null, false);
        number(row, sum(week, false), false);
        number(row, week.getLast().left(), week.getLast().left() > 0);
        row.addClassName(FontWeight.SEMIBOLD);
    }

    private void number(NativeTableRow row, @Nullable Long number, boolean wrong) {
        var text = new Span(number == null ? "" : getTranslation("team.number", number));
        if (wrong) {
            text.addClassName(TextColor.ERROR);
            text.addComponentAsFirst(Pieces.icon(VaadinIcon.EXCLAMATION_CIRCLE));
        }
        Looks.cell(row.addDataCell(), TextAlignment.RIGHT, text);
    }

    private static long sum(List<Capacity.Day> days, boolean asked) {
        return days.stream().mapToLong(day -> asked ? day.asked() : day.staff()).sum();
    }

    private String day(LocalDate day) {
        return getTranslation("team.day", day.toString(),
                day.getDayOfWeek().getDisplayName(TextStyle.SHORT, getLocale()));
    }
}
