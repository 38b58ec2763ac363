// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.CourseChange;
import org.huifang.api.ticket.Move;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketFile;
import org.huifang.api.ticket.TicketRules;
import org.huifang.ui.Links;
import org.huifang.ui.parts.KeptText;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** Why it happened, what was done, what kind it is, and the change that should end such tickets. */
final class SolutionPanel extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Moves move;
    private final TextArea cause;
    private final TextArea action;
    private final transient List<KeptText<TextArea>> kept;
    private final Select<Area> area = new Select<>();
    private final Select<String> code = new Select<>();
    private final Select<CourseChange> change = new Select<>();
    private final Div openChange = new Div();
    private transient List<TicketRules.SubCode> codes = List.of();
    private transient List<CourseChange> changes = List.of();
    private transient @Nullable Ticket shown;

    SolutionPanel(Desk desk, UUID ticket, Moves move) {
        this.desk = desk;
        this.move = move;
        cause = Parts.area(getTranslation("tickets.cause"), "");
        action = Parts.area(getTranslation("tickets.action"), "");
        kept = List.of(KeptText.of(cause, "ticket.cause." + ticket), KeptText.of(action, "ticket.action." + ticket));
        // saved when one leaves the field
        cause.addValueChangeListener(event -> describe(event.isFromClient()));
        action.addValueChangeListener(event -> describe(event.isFromClient()));
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
        return cause.getValue();
    }

    String action() {
        return action.getValue();
    }

    void show(TicketFile file) {
        Ticket now = file.ticket();
        Ticket before = shown;
        shown = now;
        // what is being typed stays as long as nobody else has changed it
        if (before == null || !before.cause().equals(now.cause()) && cause.getValue().equals(before.cause())) {
            cause.setValue(now.cause());
        }
        if (before == null || !before.action().equals(now.action()) && action.getValue().equals(before.action())) {
            action.setValue(now.action());
        }
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
        openChange.removeAll();
        openChange.add(linked == null
                ? Links.link(getTranslation("tickets.change.new"), TicketsView.CHANGES + "/" + UUID.randomUUID(),
                        "ticket", now.id())
                : Links.link(getTranslation("tickets.change.open"), TicketsView.CHANGES + "/" + linked));
    }

    private void describe(boolean byHand) {
        if (byHand && move.take(new Move.Describe(cause.getValue(), action.getValue()))) {
            saved();
        }
    }

    /** What stands in the fields is in the ticket. */
    void saved() {
        kept.forEach(KeptText::forget);
    }

    private void classify(boolean byHand, String sub) {
        if (byHand) {
            move.take(new Move.Classify(area.getValue(), sub));
        }
    }
}
