// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.identity.Account;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.CourseChange;
import org.huifang.api.ticket.Move;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketRules;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.DayField;
import org.huifang.ui.parts.KeptText;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Shown;
import org.huifang.ui.parts.Times;
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
    private final DayField planned = new DayField(getTranslation("tickets.change.by"));
    private final TextArea what;
    private final transient List<KeptText<?>> kept;
    private final Outcome outcome;
    private final Div other = Layouts.slimColumn();
    private final transient Shown others = new Shown();
    /** What the form was filled with, or chosen to be replaced; null: nothing is kept yet. */
    private transient @Nullable CourseChange read;
    private boolean filling;

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
        var save = Buttons.primary(getTranslation("tickets.change.save"), this::save);
        // what is typed is known before one leaves the field, so that nothing is put over it
        title.setValueChangeMode(ValueChangeMode.TIMEOUT);
        what.setValueChangeMode(ValueChangeMode.TIMEOUT);
        load();
        kept = List.of(KeptText.of(title, "change.title." + id), KeptText.of(what, "change.what." + id));
        title.addValueChangeListener(event -> leftOver(event.isFromClient()));
        what.addValueChangeListener(event -> leftOver(event.isFromClient()));
        other.addClassNames(Padding.SMALL, Background.CONTRAST_5, BorderRadius.MEDIUM);
        other.getElement().setAttribute("role", "status");
        other.setVisible(false);
        zone.show(Layouts.slimColumn(title, Layouts.closeForm(area, code, course), Layouts.closeForm(owner, planned),
                what, other, Layouts.closeForm(save)));
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE);
        getContent().setMaxWidth("60rem");
        getContent().add(Links.link(getTranslation("tickets.changes.back"), TicketsView.CHANGES), zone, outcome);
    }

    @Override
    public void refresh() {
        outcome.refresh();
        zone.run(() -> stored().filter(now -> !now.same(read)).ifPresent(now -> {
            if (read != null && typed().same(read)) {
                take(now);
            } else {
                beside(now, "tickets.change.meanwhile");
            }
        }));
    }

    private Optional<CourseChange> stored() {
        return desk.changes().find(Desk.tenant(), id);
    }

    private void load() {
        read = stored().orElse(null);
        CourseChange known = read;
        Ticket about = from == null ? null : desk.tickets().find(Desk.tenant(), from).orElse(null);
        if (known != null) {
            fill(known);
        } else if (about != null) {
            area.setValue(about.area());
            code.setValue(about.code().isEmpty() ? null : about.code());
            course.setValue(about.course());
            owner.setValue(Desk.account());
        } else {
            area.setValue(Area.CONTENT);
            owner.setValue(Desk.account());
        }
    }

    private void take(CourseChange now) {
        read = now;
        filling = true;
        fill(now);
        filling = false;
        kept.forEach(KeptText::forget);
        other.setVisible(false);
    }

    /** What this browser kept from earlier does not hide what is kept now. */
    private void leftOver(boolean byHand) {
        if (!byHand && !filling && read != null) {
            beside(read, "tickets.change.left");
        }
    }

    /** Somebody else's version, below what stands in the form, with a choice. */
    private void beside(CourseChange now, String why) {
        other.setVisible(true);
        if (!others.changed(now, why)) {
            return;
        }
        var where = now.course() == null ? getTranslation("tickets.course.all") : desk.course(now.course());
        var day = now.planned();
        other.removeAll();
        other.add(Pieces.quiet(getTranslation(why)), Pieces.strong(now.title()),
                Pieces.quiet(Words.of(now.area()) + " · " + (now.code().isEmpty()
                        ? getTranslation("tickets.code.all")
                        : desk.code(now.area(), now.code())) + " · " + where),
                Pieces.quiet(getTranslation("tickets.owner.is", desk.name(now.owner())) + " · " + (day == null
                        ? getTranslation("tickets.change.unplanned")
                        : getTranslation("tickets.change.planned", Times.day(day)))),
                Parts.words(now.what()), Layouts.line(Buttons.small(getTranslation("tickets.text.mine"), () -> {
                    read = now;
                    save();
                }), Buttons.small(getTranslation("tickets.change.theirs"), () -> stored().ifPresent(this::take))));
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
            var mine = typed();
            if (!desk.changes().save(Desk.tenant(), mine, read)) {
                refresh();
                return;
            }
            read = mine;
            other.setVisible(false);
            kept.forEach(KeptText::forget);
            if (from != null) {
                desk.tickets().move(Desk.tenant(), from, new Move.Link(id), Desk.account());
                Links.go(TicketsView.PATH + "/" + from);
            } else {
                refresh();
            }
        });
    }

    /** As it stands in the form. A title that is empty is never saved; here it only differs from any other. */
    private CourseChange typed() {
        String called = title.getValue().strip();
        return new CourseChange(id, called.isEmpty() ? "?" : called, course.getValue(), area.getValue(),
                code.isEmpty() ? "" : code.getValue(), what.getValue().strip(), owner.getValue(), planned.getValue(),
                null, "");
    }
}
