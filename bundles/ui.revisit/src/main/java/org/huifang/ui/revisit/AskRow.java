// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.UUID;
import org.huifang.api.archive.Ask;
import org.huifang.api.archive.Edited;
import org.huifang.api.archive.FieldValue;
import org.huifang.ui.parts.Mask;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** One thing to ask: why, what is on file, and a place for what was heard. */
final class AskRow extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Asking asking;
    private final UUID learner;
    private final TextField text = new TextField();
    private final Div bar = new Div();
    private transient Ask ask;

    AskRow(Asking asking, UUID learner, Ask ask) {
        this.asking = asking;
        this.learner = learner;
        this.ask = ask;
        var name = new Span(Words.field(ask.field()));
        name.addClassName(FontWeight.SEMIBOLD);
        var head = new Div(name, Looks.quiet(why(ask)));
        head.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.Column.SMALL);
        text.setAriaLabel(Words.field(ask.field()));
        text.setPlaceholder(getTranslation("revisit.ask.heard"));
        text.setWidth("14rem");
        text.setMaxWidth("100%");
        bar.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.START, Gap.SMALL);
        offer();
        getContent().add(head, bar);
    }

    private String why(Ask now) {
        return switch (now.reason()) {
            case MISSING -> getTranslation("revisit.ask.missing");
            case CONFLICT -> getTranslation("revisit.ask.conflict");
            case STALE -> getTranslation("revisit.ask.stale");
            case IN_SAMPLE -> getTranslation("revisit.ask.sample");
        };
    }

    private void offer() {
        bar.removeAll();
        var now = ask.value();
        if (now != null) {
            bar.add(confirm(now));
        }
        var save = new Button(getTranslation("revisit.ask.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        bar.add(text, save);
    }

    private Button confirm(FieldValue now) {
        return new Button(getTranslation("revisit.ask.right", Mask.shown(now)), click -> {
            asking.right(learner, now);
            done(Mask.shown(now));
        });
    }

    private void save() {
        text.setInvalid(false);
        if (text.getValue().isBlank()) {
            text.focus();
            return;
        }
        switch (asking.heard(learner, ask, text.getValue())) {
            case Edited.Taken taken -> done(text.getValue());
            case Edited.Refused refused -> invalid(refused.reason());
            case Edited.Unknown unknown -> invalid("unknown");
            case Edited.ChangedMeanwhile changed -> meanwhile(changed.now());
        }
    }

    /** Somebody else said something meanwhile: what was typed stays, and saving again is then on purpose. */
    private void meanwhile(@Nullable FieldValue now) {
        ask = new Ask(ask.field(), ask.reason(), now);
        offer();
        text.setErrorMessage(getTranslation("revisit.ask.meanwhile"));
        text.setInvalid(true);
    }

    private void invalid(String reason) {
        text.setErrorMessage(switch (reason) {
            case "email" -> getTranslation("revisit.ask.refused.email");
            case "phone" -> getTranslation("revisit.ask.refused.phone");
            case "hours" -> getTranslation("revisit.ask.refused.hours");
            case "channel" -> getTranslation("revisit.ask.refused.channel");
            default -> getTranslation("revisit.ask.refused");
        });
        text.setInvalid(true);
        text.focus();
    }

    private void done(String value) {
        var said = new Span(Pieces.icon(VaadinIcon.CHECK), new Span(" " + getTranslation("revisit.ask.done", value)));
        said.getElement().setAttribute("role", "status");
        bar.removeAll();
        bar.add(said);
    }
}
