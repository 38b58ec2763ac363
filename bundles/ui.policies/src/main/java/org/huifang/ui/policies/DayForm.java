// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.huifang.api.calendar.CalendarDay;
import org.huifang.api.calendar.Span;
import org.huifang.ui.parts.DayField;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Zone;

/** Makes days free, worked, or again as Huifang brings them. */
final class DayForm extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int MOST_DAYS = 100;

    /** What a day becomes. */
    enum Becomes {
        FREE, WORKED, BROUGHT
    }

    private final transient Desk desk;
    private final Zone zone;
    private final transient Runnable changed;
    private final DayField from = new DayField(getTranslation("policies.from"));
    private final DayField to = new DayField(getTranslation("policies.to"));
    private final Select<Becomes> becomes = new Select<>();
    private final TextField name = new TextField(getTranslation("policies.name"));
    private final TextField hours = new TextField(getTranslation("policies.day.hours"));
    private final TextField because = new TextField(getTranslation("policies.because"));

    DayForm(Desk desk, Zone zone, Runnable changed) {
        this.desk = desk;
        this.zone = zone;
        this.changed = changed;
        becomes.setLabel(getTranslation("policies.day.becomes"));
        becomes.setItems(Becomes.values());
        becomes.setItemLabelGenerator(
                item -> getTranslation("policies.day.becomes." + item.name().toLowerCase(Locale.ROOT)));
        becomes.addValueChangeListener(event -> fit());
        becomes.setValue(Becomes.FREE);
        becomes.setWidth("14rem");
        name.setMaxLength(80);
        hours.setMaxLength(100);
        because.setMaxLength(300);
        because.setWidth("20rem");
        because.setMaxWidth("100%");
        to.setHelperText(getTranslation("policies.to.help"));
        var heading = new H3(getTranslation("policies.day.set"));
        heading.addClassNames(FontSize.MEDIUM, FontWeight.SEMIBOLD, Margin.NONE);
        getContent().add(Layouts.column(heading, Layouts.form(from, to, becomes, name, hours, because,
                new Button(getTranslation("policies.day.set.now"), click -> set()))));
    }

    private void fit() {
        hours.setVisible(becomes.getValue() == Becomes.WORKED);
        if (becomes.getValue() == Becomes.WORKED && hours.isEmpty()) {
            zone.run(() -> hours.setValue(SpanText.write(usual())));
        }
        name.setVisible(becomes.getValue() != Becomes.BROUGHT);
        because.setVisible(becomes.getValue() != Becomes.BROUGHT);
    }

    /** As on the first working day of the week. */
    private List<Span> usual() {
        var week = desk.calendars().work(Desk.tenant()).week();
        return Stream.of(DayOfWeek.values()).map(day -> week.getOrDefault(day, List.of()))
                .filter(spans -> !spans.isEmpty()).findFirst().orElse(List.of());
    }

    /** Begins to change these days. */
    void show(DayRun run) {
        var day = run.first();
        from.setValue(day.day());
        to.setValue(run.days() == 1 ? null : run.last());
        becomes.setValue(day.worked() ? Becomes.WORKED : Becomes.FREE);
        name.setValue(day.name());
        because.clear();
        if (day.worked()) {
            hours.setValue(SpanText.write(day.hours()));
        }
        from.focus();
    }

    private void set() {
        var first = from.getValue();
        if (!from.checked(first != null, getTranslation("policies.day.missing"))) {
            return;
        }
        var last = to.getValue() == null ? first : to.getValue();
        long count = last.toEpochDay() - first.toEpochDay() + 1;
        if (!to.checked(count >= 1 && count <= MOST_DAYS, getTranslation("policies.to.wrong"))) {
            return;
        }
        var kind = becomes.getValue();
        var spans = SpanText.read(hours.getValue()).filter(found -> !found.isEmpty());
        hours.setErrorMessage(getTranslation("policies.hours.bad"));
        hours.setInvalid(kind == Becomes.WORKED && spans.isEmpty());
        name.setErrorMessage(getTranslation("policies.name.missing"));
        name.setInvalid(kind != Becomes.BROUGHT && name.getValue().isBlank());
        if (name.isInvalid()) {
            name.focus();
        } else if (hours.isInvalid()) {
            hours.focus();
        } else {
            set(first.datesUntil(last.plusDays(1)).toList(), kind,
                    kind == Becomes.WORKED ? spans.orElseThrow() : List.of());
        }
    }

    private void set(List<LocalDate> days, Becomes kind, List<Span> worked) {
        var before = days.stream().map(this::now).toList();
        if (zone.run(() -> days.forEach(day -> {
            if (kind == Becomes.BROUGHT) {
                desk.calendars().removeDay(Desk.tenant(), day);
            } else {
                desk.calendars().setDay(Desk.tenant(),
                        new CalendarDay(day, name.getValue().strip(), worked, because.getValue().strip()));
            }
        }))) {
            Stream.of(from, to).forEach(DayField::clear);
            changed.run();
            UndoNotice.show(getTranslation("policies.day.done", days.size(), Times.day(days.getFirst())), () -> {
                for (int n = 0; n < days.size(); n++) {
                    back(days.get(n), before.get(n));
                }
                changed.run();
            });
        }
    }

    private Optional<CalendarDay> now(LocalDate day) {
        return Optional.ofNullable(desk.calendars().work(Desk.tenant()).days().get(day));
    }

    /** As brought, when that is how it was; else it was set before and is set again. */
    private void back(LocalDate day, Optional<CalendarDay> before) {
        desk.calendars().removeDay(Desk.tenant(), day);
        if (!Objects.equals(now(day), before)) {
            before.ifPresent(was -> desk.calendars().setDay(Desk.tenant(), was));
        }
    }
}
