// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.huifang.api.ticket.Move;
import org.huifang.api.ticket.Moved;
import org.huifang.api.ticket.TicketFile;
import org.huifang.api.ticket.TicketState;
import org.huifang.ui.parts.KeptText;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;

/** The three conditions of closing, which of them is missing, and what one can do about it. */
final class ClosePanel extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final Div conditions = Layouts.slimColumn();
    private final Button solve;
    private final Button close;
    private final Button reopen;
    private final Div said;

    ClosePanel(UUID ticket, SolutionPanel solution, Moves move) {
        solve = new Button(getTranslation("tickets.solve"), click -> {
            if (solution.save()) {
                move.take(new Move.Solve(solution.cause(), solution.action(), ""));
            }
        });
        solve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        close = new Button(getTranslation("tickets.close"), click -> move.take(new Move.Close()));
        reopen = new Button(getTranslation("tickets.reopen"), click -> move.take(new Move.Reopen("")));
        var how = new Select<String>();
        how.setLabel(getTranslation("tickets.how"));
        how.setItems("phone", "person", "message");
        how.setItemLabelGenerator(value -> getTranslation("tickets.how." + value));
        how.setValue("phone");
        var comment = new TextField(getTranslation("tickets.word.comment"));
        comment.setMaxLength(500);
        comment.setWidth("16em");
        var kept = KeptText.of(comment, "ticket.word." + ticket);
        Consumer<Move> word = spoken -> {
            if (move.take(spoken)) {
                comment.clear();
                kept.forget();
            }
        };
        said = Layouts.slimColumn(Pieces.quiet(getTranslation("tickets.word")), Layouts.closeForm(how, comment,
                new Button(getTranslation("tickets.word.solved"),
                        click -> word.accept(new Move.Confirm(how.getValue(), comment.getValue()))),
                new Button(getTranslation("tickets.word.notsolved"),
                        click -> word.accept(new Move.NotSolved(how.getValue(), comment.getValue())))));
        getContent().add(Layouts.slimColumn(Parts.heading(getTranslation("tickets.closing")), conditions,
                Layouts.closeForm(solve, close, reopen), said));
    }

    void show(TicketFile file) {
        TicketState state = file.ticket().state();
        List<Moved.Reason> missing = file.missing();
        conditions.removeAll();
        conditions.add(condition(missing.contains(Moved.Reason.CAUSE_MISSING), "tickets.condition.cause"),
                condition(missing.contains(Moved.Reason.ACTION_MISSING), "tickets.condition.action"),
                condition(missing.contains(Moved.Reason.CONFIRMATION_MISSING), "tickets.condition.word"));
        var confirmed = file.confirmation();
        if (confirmed != null) {
            conditions.add(Pieces.quiet(getTranslation(
                    confirmed.byThemselves() ? "tickets.confirmed.self" : "tickets.confirmed.noted",
                    Times.stamp(confirmed.at()), TicketWords.how(confirmed.how()))));
        } else if (file.unanswered()) {
            conditions.add(Pieces.quiet(getTranslation("tickets.unanswered", file.asked())));
        } else if (state == TicketState.SOLVED) {
            conditions.add(Pieces.quiet(getTranslation("tickets.asked", file.asked())));
        }
        boolean over = state == TicketState.SOLVED || state == TicketState.CLOSED;
        solve.setVisible(!over);
        close.setVisible(state != TicketState.CLOSED && missing.isEmpty());
        reopen.setVisible(over);
        said.setVisible(state != TicketState.CLOSED || file.unanswered());
    }

    private Component condition(boolean missing, String key) {
        return missing
                ? Parts.badge(VaadinIcon.MINUS, TextColor.SECONDARY, getTranslation(key + ".missing"))
                : Parts.badge(VaadinIcon.CHECK_CIRCLE, TextColor.SUCCESS, getTranslation(key));
    }
}
