// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.huifang.api.calendar.Span;
import org.huifang.api.calendar.WorkCalendar;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** When the school works on each day of the week, and in which zone. */
final class WeekPart extends Composite<Div> implements Part {
    private static final long serialVersionUID = 1L;

    /** What the fields show. */
    private record Week(ZoneId zone, Map<DayOfWeek, List<Span>> hours) {
        static Week of(WorkCalendar work) {
            Map<DayOfWeek, List<Span>> hours = new EnumMap<>(DayOfWeek.class);
            for (var day : DayOfWeek.values()) {
                hours.put(day, work.week().getOrDefault(day, List.of()));
            }
            return new Week(work.zone(), hours);
        }
    }

    private final transient Desk desk;
    private final Zone zone = new Zone(getTranslation("policies.week"));
    private final ComboBox<String> place = new ComboBox<>();
    private final Map<DayOfWeek, TextField> fields = new EnumMap<>(DayOfWeek.class);
    private transient @Nullable Week shown;

    WeekPart(Desk desk) {
        this.desk = desk;
        place.setLabel(getTranslation("policies.zone"));
        place.setItems(ZoneId.getAvailableZoneIds().stream().filter(id -> id.contains("/")).sorted().toList());
        place.setWidth("18rem");
        place.setMaxWidth("100%");
        place.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null && shown != null) {
                set(new Week(ZoneId.of(event.getValue()), shown.hours()));
            }
        });
        var hours = Layouts.form();
        for (var day : DayOfWeek.values()) {
            var field = new TextField(day.getDisplayName(TextStyle.FULL_STANDALONE, getLocale()));
            field.setPlaceholder(getTranslation("policies.week.free"));
            field.setMaxLength(100);
            field.setWidth("15rem");
            field.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    typed(day, field);
                }
            });
            fields.put(day, field);
            hours.add(field);
        }
        zone.show(Pieces.note(getTranslation("policies.week.why")), place, hours);
        getContent().add(zone);
    }

    @Override
    public void load() {
        zone.run(() -> {
            var week = Week.of(desk.calendars().work(Desk.tenant()));
            if (!week.equals(shown)) {
                shown = week;
                place.setValue(week.zone().getId());
                fields.forEach((day, field) -> {
                    field.setInvalid(false);
                    field.setValue(SpanText.write(week.hours().getOrDefault(day, List.of())));
                });
            }
        });
    }

    private void typed(DayOfWeek day, TextField field) {
        var spans = SpanText.read(field.getValue());
        field.setInvalid(spans.isEmpty());
        if (spans.isEmpty() || shown == null) {
            field.setErrorMessage(getTranslation("policies.hours.bad"));
            return;
        }
        Map<DayOfWeek, List<Span>> hours = new EnumMap<>(shown.hours());
        hours.put(day, spans.get());
        field.setValue(SpanText.write(spans.get()));
        if (!hours.equals(shown.hours())) {
            set(new Week(shown.zone(), hours));
        }
    }

    private void set(Week after) {
        var before = shown;
        if (zone.run(() -> desk.calendars().setWeek(Desk.tenant(), after.zone(), after.hours()))) {
            load();
            UndoNotice.show(getTranslation("policies.week.done"), () -> {
                if (before != null) {
                    desk.calendars().setWeek(Desk.tenant(), before.zone(), before.hours());
                    load();
                }
            });
        }
    }
}
