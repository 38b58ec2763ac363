// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import org.huifang.api.archive.Course;
import org.huifang.api.calendar.Blackout;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.DayField;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Days on which nobody is contacted, of all courses or of one: exam weeks, festivals, mourning. */
final class BlackoutsPart extends Composite<Div> implements Part {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone(getTranslation("policies.blackouts"));
    private final Div list = Layouts.column();
    private final TextField name = new TextField(getTranslation("policies.name"));
    private final DayField from = new DayField(getTranslation("policies.from"));
    private final DayField to = new DayField(getTranslation("policies.to"));
    private final Select<Course> course = new Select<>();
    private final Button save = new Button(getTranslation("policies.blackout.add"), click -> save());
    private @Nullable UUID changing;
    private transient @Nullable List<Blackout> shown;

    BlackoutsPart(Desk desk) {
        this.desk = desk;
        name.setMaxLength(80);
        course.setLabel(getTranslation("policies.course"));
        course.setEmptySelectionAllowed(true);
        course.setEmptySelectionCaption(getTranslation("policies.course.all"));
        course.setItemLabelGenerator(item -> item == null ? getTranslation("policies.course.all") : item.title());
        course.setWidth("18rem");
        course.setMaxWidth("100%");
        zone.show(Pieces.note(getTranslation("policies.blackouts.why")), list,
                Layouts.form(name, from, to, course, save));
        getContent().add(zone);
    }

    @Override
    public void load() {
        zone.run(() -> {
            var blackouts = desk.calendars().blackouts(Desk.tenant());
            if (shown == null) {
                course.setItems(desk.archive().courses(Desk.tenant()));
            }
            if (!blackouts.equals(shown)) {
                shown = blackouts;
                list.removeAll();
                var rows = Layouts.list();
                blackouts.forEach(blackout -> rows.add(Layouts.row(row(blackout))));
                list.add(blackouts.isEmpty() ? Pieces.quiet(getTranslation("policies.blackouts.none")) : rows);
            }
        });
    }

    private Component row(Blackout blackout) {
        var one = blackout.course();
        long days = blackout.to().toEpochDay() - blackout.from().toEpochDay() + 1;
        var when = days == 1
                ? Times.day(blackout.from())
                : getTranslation("policies.range", Times.day(blackout.from()), Times.day(blackout.to()), days);
        var change = Buttons.quiet(getTranslation("policies.change"), () -> change(blackout));
        change.setAriaLabel(getTranslation("policies.change.of", blackout.name()));
        var remove = Buttons.quiet(getTranslation("policies.remove"), () -> remove(blackout));
        remove.setAriaLabel(getTranslation("policies.remove.of", blackout.name()));
        return Layouts.line(Pieces.strong(when), new Span(blackout.name()),
                Pieces.quiet(one == null ? getTranslation("policies.course.all") : desk.course(one)), change, remove);
    }

    private void change(Blackout blackout) {
        changing = blackout.id();
        name.setValue(blackout.name());
        from.setValue(blackout.from());
        to.setValue(blackout.to());
        course.setValue(course.getListDataView().getItems().filter(item -> item.id().equals(blackout.course()))
                .findFirst().orElse(null));
        save.setText(getTranslation("policies.blackout.change"));
        name.focus();
    }

    private void save() {
        name.setErrorMessage(getTranslation("policies.name.missing"));
        name.setInvalid(name.getValue().isBlank());
        if (name.isInvalid()) {
            name.focus();
            return;
        }
        var first = from.getValue();
        if (!from.checked(first != null, getTranslation("policies.day.missing"))) {
            return;
        }
        var last = to.getValue() == null ? first : to.getValue();
        if (!to.checked(!last.isBefore(first), getTranslation("policies.to.wrong"))) {
            return;
        }
        var of = course.getValue();
        var gone = changing == null || of != null ? null : gone(changing);
        var after = new Blackout(changing == null ? UUID.randomUUID() : changing, name.getValue().strip(), first, last,
                of == null ? gone : of.id());
        var before = before(after.id());
        if (zone.run(() -> desk.calendars().setBlackout(Desk.tenant(), after))) {
            cleared();
            load();
            UndoNotice.show(getTranslation("policies.blackout.done", after.name()), () -> back(after, before));
        }
    }

    /** The course of a blackout when it can be chosen no more: else it would become one for all courses. */
    private @Nullable UUID gone(UUID id) {
        var before = before(id);
        var one = before == null ? null : before.course();
        return one == null || course.getListDataView().getItems().anyMatch(item -> item.id().equals(one)) ? null : one;
    }

    private void remove(Blackout blackout) {
        if (zone.run(() -> desk.calendars().removeBlackout(Desk.tenant(), blackout.id()))) {
            load();
            UndoNotice.show(getTranslation("policies.blackout.removed", blackout.name()),
                    () -> back(blackout, blackout));
        }
    }

    private void back(Blackout blackout, @Nullable Blackout before) {
        if (before == null) {
            desk.calendars().removeBlackout(Desk.tenant(), blackout.id());
        } else {
            desk.calendars().setBlackout(Desk.tenant(), before);
        }
        load();
    }

    private @Nullable Blackout before(UUID id) {
        return shown == null ? null : shown.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    }

    private void cleared() {
        changing = null;
        name.clear();
        from.clear();
        to.clear();
        course.clear();
        save.setText(getTranslation("policies.blackout.add"));
    }
}
