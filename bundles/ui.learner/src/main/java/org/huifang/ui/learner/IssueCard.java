// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.Optional;
import org.huifang.api.ticket.Asked;
import org.huifang.api.ticket.Confirmations;
import org.huifang.ui.parts.KeptText;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Times;
import org.jspecify.annotations.Nullable;

/** A problem that the learner told us of: what, by when, what was done, and the word whether it is solved. */
final class IssueCard extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final String HOW = "page";
    private static final int LONGEST = 2_000;

    private final transient Confirmations confirmations;
    private final Div text = Layouts.column();
    private final Div bar = new Div();
    private final Div panel = Layouts.column();
    private final Div told = Parts.told();
    private transient @Nullable Asked shown;

    IssueCard(Confirmations confirmations) {
        this.confirmations = confirmations;
        bar.addClassNames(Display.FLEX, FlexWrap.WRAP, Gap.SMALL);
        getContent().add(Layouts.column(text, bar, panel, told));
    }

    /** What changed is shown, and what is being typed stays as long as it can still be said. */
    void show(Asked now) {
        var before = shown;
        if (now.equals(before)) {
            return;
        }
        shown = now;
        text.removeAll();
        text.add(Parts.sentence(getTranslation("me.issue", Times.day(now.raised()),
                now.said().isBlank() ? now.title() : now.said())), Parts.aside(status(now)));
        if (!now.action().isBlank()) {
            text.add(Parts.sentence(getTranslation("me.issue.done", now.action())));
        }
        now.answers().forEach(answer -> text.add(Parts.sentence(getTranslation(
                answer.change() ? "me.issue.change" : "me.issue.answer", Times.day(answer.at()), answer.text()))));
        if (before == null || before.status() != now.status()) {
            buttons(now);
        }
    }

    private String status(Asked now) {
        var promised = now.promised();
        return switch (now.status()) {
            case WORKED_ON -> promised == null
                    ? getTranslation("me.issue.waiting")
                    : getTranslation("me.issue.promised", Times.stamp(promised));
            case ASKED -> getTranslation("me.issue.asked");
            case CONFIRMED -> getTranslation("me.issue.confirmed");
            case CLOSED -> getTranslation("me.issue.closed");
        };
    }

    private void buttons(Asked now) {
        bar.removeAll();
        panel.removeAll();
        if (now.status() != Asked.Status.CONFIRMED) {
            var solved = new Button(getTranslation("me.issue.solved"),
                    click -> say(confirmations.solved(now.token(), HOW), "me.issue.said.solved"));
            if (now.status() == Asked.Status.ASKED) {
                solved.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            }
            bar.add(solved);
        }
        if (now.status() != Asked.Status.WORKED_ON) {
            bar.add(new Button(getTranslation("me.issue.notsolved"), click -> ask(now)));
        }
    }

    private void ask(Asked now) {
        var comment = new TextArea(getTranslation("me.issue.comment"));
        comment.setMaxLength(LONGEST);
        comment.setWidthFull();
        var kept = KeptText.of(comment, "issue." + now.ticket());
        panel.removeAll();
        panel.add(comment, new Button(getTranslation("me.issue.send"), click -> {
            if (say(confirmations.notSolved(now.token(), comment.getValue().strip(), HOW), "me.issue.said.notsolved")) {
                kept.forget();
            }
        }));
        comment.focus();
    }

    /** @return whether it could be said */
    private boolean say(Optional<Asked> now, String receipt) {
        if (now.isEmpty()) {
            // what was typed stays to be copied
            Parts.tell(told, Parts.refusal(getTranslation("me.refused.meanwhile")));
            return false;
        }
        panel.removeAll();
        show(now.get());
        Parts.tell(told, Parts.receipt(getTranslation(receipt)));
        return true;
    }
}
