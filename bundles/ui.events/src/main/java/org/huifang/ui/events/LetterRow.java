// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.events;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Whitespace;
import org.huifang.api.events.DeadLetter;
import org.huifang.api.events.Replayed;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.UndoNotice;

/** A letter: why it was not understood; its words only when asked for, for they may be personal. */
final class LetterRow extends Composite<ListItem> implements MoreList.Row<DeadLetter> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Runnable changed;
    private final Div facts = new Div();
    private final Div said = new Div();
    private final Div words = new Div();

    LetterRow(Desk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        said.getElement().setAttribute("role", "status");
        Looks.ruled(getContent());
        getContent().add(facts, said, words);
    }

    @Override
    public void show(DeadLetter letter) {
        var reason = new Span(letter.reason());
        reason.addClassName(Whitespace.PRE_LINE);
        var line = Layouts.line(state(letter),
                Pieces.strong(letter.type().isEmpty() ? getTranslation("hooks.letter.notype") : letter.type()),
                Pieces.quiet(letter.source()), Pieces.quiet(letter.key()),
                Pieces.quiet(getTranslation("hooks.letter.times", letter.times(), Times.stamp(letter.last()))));
        var actions = Layouts.line(Buttons.quiet(getTranslation("hooks.letter.show"), () -> reveal(letter)));
        switch (letter.state()) {
            case OPEN -> actions.add(Buttons.quiet(getTranslation("hooks.letter.replay"), () -> replay(letter)),
                    Buttons.quiet(getTranslation("hooks.letter.dismiss"), () -> dismiss(letter, true)));
            case DISMISSED -> actions.add(
                    Buttons.quiet(getTranslation("hooks.letter.reopen"), () -> dismiss(letter, false)));
            case REPLAYED -> {
                // nothing is left to do
            }
        }
        facts.removeAll();
        facts.add(line, reason, actions);
    }

    private Span state(DeadLetter letter) {
        return switch (letter.state()) {
            case OPEN -> Pieces.state(VaadinIcon.EXCLAMATION_CIRCLE, getTranslation("hooks.letter.open"),
                    TextColor.ERROR);
            case REPLAYED -> Pieces.state(VaadinIcon.CHECK_CIRCLE, getTranslation("hooks.letter.replayed"),
                    TextColor.SUCCESS);
            case DISMISSED -> Pieces.state(VaadinIcon.BAN, getTranslation("hooks.letter.dismissed"),
                    TextColor.SECONDARY);
        };
    }

    private void reveal(DeadLetter letter) {
        if (words.getComponentCount() > 0) {
            words.removeAll();
        } else {
            desk.letters().body(Desk.tenant(), letter.id()).ifPresent(body -> words.add(Looks.raw(body)));
        }
    }

    private void replay(DeadLetter letter) {
        said.setText(switch (desk.letters().replay(Desk.tenant(), letter.id())) {
            case Replayed.Recorded done -> getTranslation("hooks.letter.understood");
            case Replayed.Refused refused -> getTranslation("hooks.letter.still");
            case Replayed.Away away -> getTranslation("hooks.letter.away");
        });
        changed.run();
    }

    private void dismiss(DeadLetter letter, boolean on) {
        desk.letters().dismiss(Desk.tenant(), letter.id(), on);
        changed.run();
        UndoNotice.show(getTranslation(on ? "hooks.letter.gone" : "hooks.letter.back"), () -> {
            desk.letters().dismiss(Desk.tenant(), letter.id(), !on);
            changed.run();
        });
    }
}
