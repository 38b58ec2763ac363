// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huifang.api.ticket.CourseChange;
import org.huifang.api.ticket.Telling;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketFilter;
import org.huifang.ui.Links;
import org.huifang.ui.parts.KeptText;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;

/** The tickets behind a change, what their raisers are told, and whether such tickets come again. */
final class Outcome extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 200;

    private final transient Desk desk;
    private final UUID id;
    private final transient Runnable changed;
    private final Zone linked = new Zone(getTranslation("tickets.change.linked"));
    private final Zone telling = new Zone(getTranslation("tickets.told"));
    private final TextArea text;
    private final transient KeptText<TextArea> kept;
    private final Div buttons = Layouts.closeForm();
    private final Div form;
    private final Div lines = new Div();

    Outcome(Desk desk, UUID id, Runnable changed) {
        this.desk = desk;
        this.id = id;
        this.changed = changed;
        text = Parts.area(getTranslation("tickets.told.text"), "");
        kept = KeptText.of(text, "change.told." + id);
        form = Layouts.slimColumn(Pieces.quiet(getTranslation("tickets.told.how")), text, buttons);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE);
        getContent().add(linked, telling);
        setVisible(false);
    }

    void refresh() {
        CourseChange change = desk.changes().find(Desk.tenant(), id).orElse(null);
        setVisible(change != null);
        if (change == null) {
            return;
        }
        var tickets = desk.tickets().list(Desk.tenant(), new TicketFilter(null, null, null, null, id, false), null,
                MOST).items();
        linked.run(() -> {
            var rows = Layouts.slimColumn(
                    Pieces.quiet(RecurrenceLine.text(desk.changes().recurrence(Desk.tenant(), id))));
            tickets.forEach(t -> rows.add(Layouts.line(
                    Links.link("#" + t.number() + " " + t.title(), TicketsView.PATH + "/" + t.id()),
                    Parts.state(t.state()), Pieces.quiet(desk.raiser(t.learner())))));
            linked.show(rows);
        });
        telling.run(() -> tellings(change, tickets.stream().collect(Collectors.toMap(Ticket::id,
                Function.identity()))));
    }

    private void tellings(CourseChange change, Map<UUID, Ticket> tickets) {
        var said = desk.changes().tellings(Desk.tenant(), id);
        var rows = Layouts.slimColumn();
        said.forEach(one -> rows.add(line(one, tickets.get(one.ticket()) == null
                ? ""
                : "#" + tickets.get(one.ticket()).number() + " ")));
        long untold = tickets.size() - said.stream().map(Telling::ticket).filter(tickets::containsKey).count();
        if (change.released() == null || untold > 0) {
            if (text.getValue().isBlank()) {
                text.setValue(change.told().isBlank()
                        ? desk.changes().draft(change, getLocale().toLanguageTag())
                        : change.told());
            }
            var release = new Button(getTranslation(
                    change.released() == null ? "tickets.change.release" : "tickets.change.tell", untold),
                    click -> telling.run(() -> {
                        desk.changes().release(Desk.tenant(), id, text.getValue(), Desk.account());
                        kept.forget();
                        changed.run();
                    }));
            buttons.removeAll();
            buttons.add(release);
            form.setVisible(true);
        } else {
            form.setVisible(false);
        }
        lines.removeAll();
        lines.add(rows);
        if (form.getParent().isEmpty()) {
            telling.show(form, lines);
        }
    }

    private Div line(Telling one, String number) {
        var sent = one.sent();
        return Layouts.line(Pieces.strong(number + desk.raiser(one.learner())), Pieces.quiet(sent != null
                ? getTranslation("tickets.told.sent", Words.channel(one.channel()), Times.stamp(sent))
                : getTranslation("tickets.told.page", Times.stamp(one.at()), why(one.why()))));
    }

    private String why(String why) {
        return switch (why) {
            case "no-consent" -> getTranslation("tickets.why.consent");
            case "quiet" -> getTranslation("tickets.why.quiet");
            case "cap" -> getTranslation("tickets.why.cap");
            case "refused" -> getTranslation("tickets.why.refused");
            case "no-channel" -> getTranslation("tickets.why.channel");
            default -> getTranslation("tickets.why.waiting");
        };
    }
}
