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
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.KeptText;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Shown;
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
    private final transient Shown rows = new Shown();
    private final transient Shown lined = new Shown();
    private final transient Shown pressed = new Shown();
    private final Button go = Buttons.small("", this::release);
    private boolean asking;

    Outcome(Desk desk, UUID id, Runnable changed) {
        this.desk = desk;
        this.id = id;
        this.changed = changed;
        text = Parts.area(getTranslation("tickets.told.text"), "");
        kept = KeptText.of(text, "change.told." + id);
        form = Layouts.slimColumn(Pieces.quiet(getTranslation("tickets.told.how")),
                Pieces.quiet(getTranslation("tickets.told.language", getLocale().getDisplayName(getLocale()))), text,
                buttons);
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
        var behind = new TicketFilter(null, null, null, null, id, false);
        var tickets = desk.tickets().list(Desk.tenant(), behind, null, MOST).items();
        linked.run(() -> {
            var recurrence = desk.changes().recurrence(Desk.tenant(), id);
            long all = desk.tickets().count(Desk.tenant(), behind);
            var raisers = tickets.stream().map(t -> desk.raiser(t.learner())).toList();
            if (!rows.changed(recurrence, all, tickets, raisers)) {
                return;
            }
            var list = Layouts.slimColumn(Pieces.quiet(RecurrenceLine.text(recurrence)));
            tickets.forEach(t -> list.add(Layouts.line(
                    Links.link("#" + t.number() + " " + t.title(), TicketsView.PATH + "/" + t.id()),
                    Parts.state(t.state()), Pieces.quiet(desk.raiser(t.learner())))));
            if (all > tickets.size()) {
                list.add(Pieces.quiet(getTranslation("tickets.change.more", tickets.size(), all)));
            }
            linked.show(list);
        });
        telling.run(() -> tellings(change, tickets.stream().collect(Collectors.toMap(Ticket::id,
                Function.identity()))));
    }

    private void tellings(CourseChange change, Map<UUID, Ticket> tickets) {
        var said = desk.changes().tellings(Desk.tenant(), id);
        long untold = desk.changes().untold(Desk.tenant(), id);
        boolean open = change.released() == null || untold > 0;
        if (open && text.getValue().isBlank()) {
            text.setValue(change.told().isBlank()
                    ? desk.changes().draft(change, getLocale().toLanguageTag())
                    : change.told());
        }
        form.setVisible(open);
        asking = asking && untold > 1;
        buttons(change.released() == null, untold);
        if (lined.changed(said)) {
            var list = Layouts.slimColumn();
            said.forEach(one -> list.add(line(one, tickets.get(one.ticket()) == null
                    ? ""
                    : "#" + tickets.get(one.ticket()).number() + " ")));
            lines.removeAll();
            lines.add(list);
        }
        if (form.getParent().isEmpty()) {
            telling.show(form, lines);
        }
    }

    /** What goes out to many cannot be taken back, so it is asked once, with how many they are. */
    private void buttons(boolean first, long untold) {
        if (!pressed.changed(first, untold, asking)) {
            return;
        }
        String words = getTranslation(first ? "tickets.change.release" : "tickets.change.tell", untold);
        buttons.removeAll();
        if (asking) {
            go.setText(getTranslation("tickets.told.go", untold));
            buttons.add(Parts.words(getTranslation("tickets.told.ask", untold)), go,
                    Buttons.small(getTranslation("tickets.told.not"), () -> ask(false)));
        } else {
            buttons.add(new Button(untold > 1 ? words + "…" : words, click -> {
                text.setInvalid(text.getValue().isBlank());
                text.setErrorMessage(getTranslation("tickets.refused.text_missing"));
                if (text.isInvalid()) {
                    text.focus();
                } else if (untold > 1) {
                    ask(true);
                } else {
                    release();
                }
            }));
        }
    }

    private void ask(boolean now) {
        asking = now;
        refresh();
        if (asking) {
            go.focus();
        }
    }

    private void release() {
        telling.run(() -> {
            desk.changes().release(Desk.tenant(), id, text.getValue(), Desk.account());
            asking = false;
            kept.forget();
            changed.run();
        });
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
