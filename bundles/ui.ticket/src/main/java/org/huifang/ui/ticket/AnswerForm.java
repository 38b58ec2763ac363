// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.UUID;
import org.huifang.api.ticket.Move;
import org.huifang.api.ticket.TicketFile;
import org.huifang.api.ticket.TicketState;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.KeptText;
import org.huifang.ui.parts.Layouts;

/** What one says to the raiser, or notes for colleagues; and waits. */
final class AnswerForm extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Moves move;
    private final TextArea text = Parts.area("", "");
    private final transient KeptText<TextArea> kept;
    private final Select<String> how = new Select<>();
    private final Button send;
    private final Button note;
    private final Select<Integer> days = new Select<>();
    private final Button wait;
    private final Button goOn;

    AnswerForm(UUID ticket, Moves move) {
        this.move = move;
        kept = KeptText.of(text, "ticket.answer." + ticket);
        text.setLabel(getTranslation("tickets.answer"));
        how.setAriaLabel(getTranslation("tickets.how"));
        how.setItems("message", "phone", "person", "other");
        how.setItemLabelGenerator(value -> getTranslation(value.equals("message")
                ? "tickets.send.message"
                : "tickets.said." + value));
        how.setValue("message");
        send = Buttons.primary(getTranslation("tickets.send"), this::send);
        note = new Button(getTranslation("tickets.note"), click -> say(new Move.Note(text.getValue())));
        wait = new Button(getTranslation("tickets.wait"),
                click -> say(new Move.Wait(text.getValue(), days.getValue())));
        days.setAriaLabel(getTranslation("tickets.wait.long"));
        days.setItems(1, Move.Wait.DAYS, 5, 10);
        days.setItemLabelGenerator(number -> getTranslation("tickets.wait.days", number));
        days.setValue(Move.Wait.DAYS);
        goOn = new Button(getTranslation("tickets.goon"), click -> move.take(new Move.GoOn()));
        getContent().add(text, Layouts.closeForm(how, send, note, wait, days, goOn));
    }

    void send() {
        say(new Move.Answer(text.getValue(), how.getValue()));
    }

    void show(TicketFile file) {
        TicketState state = file.ticket().state();
        wait.setVisible(state == TicketState.NEW || state == TicketState.WORKING);
        days.setVisible(wait.isVisible());
        goOn.setVisible(state == TicketState.WAITING);
    }

    private void say(Move said) {
        text.setInvalid(text.getValue().isBlank());
        if (text.isInvalid()) {
            text.setErrorMessage(getTranslation("tickets.refused.text_missing"));
            text.focus();
        } else if (move.take(said)) {
            text.clear();
            kept.forget();
        }
    }
}
