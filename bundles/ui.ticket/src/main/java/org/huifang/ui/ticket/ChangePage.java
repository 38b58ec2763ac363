// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.List;
import java.util.UUID;
import org.huifang.api.identity.Account;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.CourseChange;
import org.huifang.api.ticket.Move;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketRules;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.KeptText;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** One change: what, whose, by when; the tickets it should end; whom it is told to; whether they come again. */
final class ChangePage extends Composite<Div> implements TicketsView.Page {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final UUID id;
    private final @Nullable UUID from;
    private final Zone zone = new Zone(getTranslation("tickets.change"));
    private final TextField title = new TextField();
    private final Select<UUID> course = new Select<>();
    private final Select<Area> area = new Select<>();
    private final Select<String> code = new Select<>();
    private final Select<UUID> owner = new Select<>();
    private final DatePicker planned = new DatePicker();
    private final TextArea what;
    private final transient List<KeptText<?>> kept;
    private final Outcome outcome;

    /** @param from the ticket that a new change is made for, or null */
    ChangePage(Desk desk, UUID id, @Nullable UUID from) {
        this.desk = desk;
        this.id = id;
        this.from = from;
        what = Parts.area(getTranslation("tickets.change.what"), "");
        outcome = new Outcome(desk, id, this::refresh);
        title.setLabel(getTranslation("tickets.change.title"));
        title.setMaxLength(200);
        title.setWidthFull();
        var courses = desk.courses();
        course.setLabel(getTranslation("tickets.course"));
        course.setEmptySelectionAllowed(true);
        course.setEmptySelectionCaption(getTranslation("tickets.course.all"));
        course.setItems(courses.keySet());
        course.setItemLabelGenerator(c -> c == null
                ? getTranslation("tickets.course.all")
                : courses.getOrDefault(c, ""));
        area.setLabel(getTranslation("tickets.area"));
        area.setItems(Area.values());
        area.setItemLabelGenerator(Words::of);
        area.setWidth("14em");
        area.addValueChangeListener(event -> code.setItems(desk.rules().codes(Desk.tenant()).stream()
                .filter(c -> c.area() == area.getValue()).map(TicketRules.SubCode::code).toList()));
        code.setLabel(getTranslation("tickets.code"));
        code.setEmptySelectionAllowed(true);
        code.setEmptySelectionCaption(getTranslation("tickets.code.all"));
        code.setItemLabelGenerator(c -> c == null
                ? getTranslation("tickets.code.all")
                : desk.code(area.getValue(), c));
        owner.setLabel(getTranslation("tickets.owner"));
        owner.setItems(desk.staff().stream().map(Account::id).toList());
        owner.setItemLabelGenerator(desk::name);
        planned.setLabel(getTranslation("tickets.change.by"));
        var save = Buttons.primary(getTranslation("tickets.change.save"), this::save);
        load();
        kept = List.of(KeptText.of(title, "change.title." + id), KeptText.of(what, "change.what." + id));
        zone.show(Layouts.slimColumn(title, Layouts.closeForm(area, code, course), Layouts.closeForm(owner, planned),
                what, Layouts.closeForm(save)));
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE);
        getContent().setMaxWidth("60rem");
        getContent().add(Links.link(getTranslation("tickets.changes.back"), TicketsView.CHANGES), zone, outcome);
    }

    @Override
    public void refresh() {
        outcome.refresh();
    }

    private void load() {
        CourseChange known = desk.changes().find(Desk.tenant(), id).orElse(null);
        Ticket about = from == null ? null : desk.tickets().find(Desk.tenant(), from).orElse(null);
        if (known != null) {
            fill(known);
        } else if (about != null) {
            fill(new CourseChange(id, about.title(), about.course(), about.area(), about.code(), "", Desk.account(),
                    null, null, ""));
            title.clear();
        } else {
            area.setValue(Area.CONTENT);
            owner.setValue(Desk.account());
        }
    }

    private void fill(CourseChange change) {
        title.setValue(change.title());
        area.setValue(change.area());
        code.setValue(change.code().isEmpty() ? null : change.code());
        course.setValue(change.course());
        owner.setValue(change.owner());
        planned.setValue(change.planned());
        what.setValue(change.what());
    }

    private void save() {
        title.setInvalid(title.getValue().isBlank());
        if (title.isInvalid()) {
            title.setErrorMessage(getTranslation("tickets.refused.text_missing"));
            title.focus();
            return;
        }
        zone.run(() -> {
            String told = desk.changes().find(Desk.tenant(), id).map(CourseChange::told).orElse("");
            desk.changes().save(Desk.tenant(), new CourseChange(id, title.getValue().strip(), course.getValue(),
                    area.getValue(), code.isEmpty() ? "" : code.getValue(), what.getValue().strip(),
                    owner.getValue(), planned.getValue(), null, told));
            kept.forEach(KeptText::forget);
            if (from != null) {
                desk.tickets().move(Desk.tenant(), from, new Move.Link(id), Desk.account());
                Links.go(TicketsView.PATH + "/" + from);
            } else {
                refresh();
            }
        });
    }
}
