// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.CourseChange;
import org.huifang.api.ticket.Move;
import org.huifang.api.ticket.ThreadEntry;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketFile;
import org.huifang.api.ticket.TicketRules;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Shown;
import org.huifang.ui.parts.Words;

/** Why it happened, what was done, what kind it is, and the change that should end such tickets. */
final class SolutionPanel extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Moves move;
    private final SharedText cause;
    private final SharedText action;
    private final Select<Area> area = new Select<>();
    private final Select<String> code = new Select<>();
    private final Select<CourseChange> change = new Select<>();
    private final Div openChange = new Div();
    private transient List<TicketRules.SubCode> codes = List.of();
    private transient List<CourseChange> changes = List.of();
    private final transient Shown linking = new Shown();

    SolutionPanel(Desk desk, UUID ticket, Moves move) {
        this.desk = desk;
        this.move = move;
        cause = new SharedText(getTranslation("tickets.cause"), "ticket.cause." + ticket,
                written -> move.take(new Move.Describe(written, null)));
        action = new SharedText(getTranslation("tickets.action"), "ticket.action." + ticket,
                written -> move.take(new Move.Describe(null, written)));
        area.setLabel(getTranslation("tickets.area"));
        area.setItems(Area.values());
        area.setItemLabelGenerator(Words::of);
        area.setWidth("14em");
        area.addValueChangeListener(event -> classify(event.isFromClient(), ""));
        code.setLabel(getTranslation("tickets.code"));
        code.setEmptySelectionAllowed(true);
        code.setEmptySelectionCaption(getTranslation("tickets.code.none"));
        code.setItemLabelGenerator(value -> value == null
                ? getTranslation("tickets.code.none")
                : codes.stream().filter(c -> c.code().equals(value)).map(TicketRules.SubCode::name).findFirst()
                        .orElse(value));
        code.addValueChangeListener(event -> classify(event.isFromClient(),
                event.getValue() == null ? "" : event.getValue()));
        change.setLabel(getTranslation("tickets.change"));
        change.setEmptySelectionAllowed(true);
        change.setEmptySelectionCaption(getTranslation("tickets.change.none"));
        change.setItemLabelGenerator(c -> c == null ? getTranslation("tickets.change.none") : c.title());
        change.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                move.take(new Move.Link(event.getValue() == null ? null : event.getValue().id()));
            }
        });
        getContent().add(Layouts.slimColumn(Parts.heading(getTranslation("tickets.solution")), cause, action,
                Layouts.closeForm(area, code), change, openChange));
    }

    /** As typed, saved or not. */
    String cause() {
        return cause.typed();
    }

    String action() {
        return action.typed();
    }

    /** Cause and action are in the ticket as they stand here; false as long as one is to be chosen or was refused. */
    boolean save() {
        if (!cause.save()) {
            cause.focus();
            return false;
        }
        if (!action.save()) {
            action.focus();
            return false;
        }
        return true;
    }

    void show(TicketFile file) {
        Ticket now = file.ticket();
        String author = file.thread().stream().filter(e -> e.kind() == ThreadEntry.Kind.DESCRIBED)
                .reduce((former, later) -> later).map(e -> desk.author(e.author())).orElse("");
        cause.show(now.cause(), author);
        action.show(now.action(), author);
        codes = desk.rules().codes(Desk.tenant()).stream().filter(c -> c.area() == now.area()).toList();
        var names = new java.util.ArrayList<>(codes.stream().map(TicketRules.SubCode::code).toList());
        if (!now.code().isEmpty() && !names.contains(now.code())) {
            names.add(now.code());
        }
        if (!names.equals(code.getListDataView().getItems().toList())) {
            code.setItems(names);
        }
        code.setValue(now.code().isEmpty() ? null : now.code());
        area.setValue(now.area());
        var all = desk.changes().all(Desk.tenant(), null, null);
        if (!all.equals(changes)) {
            changes = all;
            change.setItems(all);
        }
        UUID linked = now.change();
        change.setValue(all.stream().filter(c -> Objects.equals(c.id(), linked)).findFirst().orElse(null));
        if (linking.changed(linked)) {
            openChange.removeAll();
            openChange.add(linked == null
                    ? Links.link(getTranslation("tickets.change.new"), TicketsView.CHANGES + "/" + UUID.randomUUID(),
                            "ticket", now.id())
                    : Links.link(getTranslation("tickets.change.open"), TicketsView.CHANGES + "/" + linked));
        }
    }

    private void classify(boolean byHand, String sub) {
        if (byHand) {
            move.take(new Move.Classify(area.getValue(), sub));
        }
    }
}
