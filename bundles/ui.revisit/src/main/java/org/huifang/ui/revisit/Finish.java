// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Flex;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Width;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Handled;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.Revisits;
import org.huifang.ui.Keys;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/**
 * Note, outcome, and the one button. Only the outcome is required, and a time for a call-back. Everything entered is a
 * draft on the server within a second.
 */
final class Finish extends Composite<Aside> implements HasStyle {
    private static final long serialVersionUID = 1L;
    private static final int TYPING_PAUSE_MS = 600;
    private static final int LONGEST_NOTE = 20_000;

    private final transient Revisits revisits;
    private final transient InstantSource clock;
    private final transient Runnable next;
    private final TextArea note = new TextArea();
    private final RadioButtonGroup<Outcome> outcome = new RadioButtonGroup<>();
    private final CallBackField callBack = new CallBackField();
    private final Paragraph said = new Paragraph();
    private final Div form = new Div();
    private final Paragraph kept = new Paragraph();
    private transient @Nullable Obligation current;
    private UUID key = UUID.randomUUID();

    Finish(Revisits revisits, InstantSource clock, Runnable next) {
        this.revisits = revisits;
        this.clock = clock;
        this.next = next;
        note.setLabel(getTranslation("revisit.finish.note"));
        note.setMinRows(5);
        note.setMaxLength(LONGEST_NOTE);
        note.setWidthFull();
        note.setValueChangeMode(ValueChangeMode.TIMEOUT);
        note.setValueChangeTimeout(TYPING_PAUSE_MS);
        note.addValueChangeListener(event -> keep(event.isFromClient()));
        outcome.setLabel(getTranslation("revisit.finish.outcome"));
        outcome.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        outcome.setItems(Outcome.values());
        outcome.setItemLabelGenerator(each -> (each.ordinal() + 1) + "  " + Words.of(each));
        outcome.setRequiredIndicatorVisible(true);
        outcome.setManualValidation(true);
        outcome.addValueChangeListener(event -> chosen(event.isFromClient()));
        callBack.addValueChangeListener(event -> keep(event.isFromClient()));
        var finish = new Button(getTranslation("revisit.finish.next"), click -> finish());
        finish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        finish.setWidthFull();
        finish.setTooltipText("Ctrl+Enter");
        said.getElement().setAttribute("role", "status");
        said.addClassName(Margin.NONE);
        kept.addClassName(Margin.NONE);
        form.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        form.add(note, outcome, callBack, finish, kept);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL, Flex.NONE, Width.FULL);
        getContent().setMaxWidth("22.5rem");
        getContent().getElement().setAttribute("aria-label", getTranslation("revisit.finish.label"));
        getContent().add(said, form);
        Keys.on(form, "Ctrl+Enter", "revisit.key.finish", this::finish);
        for (var each : Outcome.values()) {
            Keys.on(outcome, Integer.toString(each.ordinal() + 1), "revisit.key.outcome", () -> choose(each));
        }
    }

    /** Shows this case with its draft; for the case that is shown already, what is being typed stays. */
    void show(Obligation obligation) {
        var former = current;
        var same = former != null && former.id().equals(obligation.id());
        if (former != null && !same) {
            // after handing in there is no former case: what was said about it stays above the next one
            said.removeAll();
        }
        current = obligation;
        form.setVisible(obligation.state().open());
        if (!obligation.state().open()) {
            tell(getTranslation("revisit.finish.settled", Words.of(obligation.state()),
                    Times.stamp(Objects.requireNonNullElse(obligation.settled(), clock.instant()))));
        }
        if (same) {
            return;
        }
        key = UUID.randomUUID();
        var draft = Draft.parse(revisits.draft(Viewer.current().tenant(), obligation.id(), agent()));
        note.setValue(draft.note());
        outcome.setValue(draft.outcome());
        outcome.setInvalid(false);
        callBack.show(draft.callBack(), clock.instant());
        callBack.setVisible(draft.outcome() == Outcome.CALL_BACK);
        said(kept, draft.equals(Draft.EMPTY) ? "" : getTranslation("revisit.finish.restored"));
    }

    void focus() {
        note.focus();
    }

    private void choose(Outcome chosen) {
        outcome.setValue(chosen);
        chosen(true);
    }

    private void chosen(boolean byHand) {
        outcome.setInvalid(false);
        callBack.setVisible(outcome.getValue() == Outcome.CALL_BACK);
        keep(byHand);
    }

    private void keep(boolean byHand) {
        if (!byHand || current == null) {
            return;
        }
        var draft = new Draft(outcome.getValue(), callBack.instant(), note.getValue());
        revisits.keepDraft(Viewer.current().tenant(), current.id(), agent(), draft.text());
        said(kept, getTranslation("revisit.finish.kept", Times.clock(clock.instant(), Times.zone())));
    }

    private void finish() {
        var obligation = current;
        if (obligation == null || !obligation.state().open()) {
            return;
        }
        var result = outcome.getValue();
        if (result == null) {
            outcome.setErrorMessage(getTranslation("revisit.finish.needsoutcome"));
            outcome.setInvalid(true);
            outcome.getElement().callJsFunction("focus");
            return;
        }
        Instant again = null;
        if (result == Outcome.CALL_BACK) {
            again = callBack.checked(clock.instant());
            if (again == null) {
                return;
            }
        }
        var attempt = new Attempt(key, agent(), result, note.getValue(), again, clock.instant());
        switch (revisits.handIn(Viewer.current().tenant(), obligation.id(), attempt)) {
            case Handled.Taken taken -> {
                tell(getTranslation("revisit.finish.taken", Words.of(result), Times.stamp(attempt.at())));
                current = null;
                next.run();
            }
            case Handled.SettledBefore before -> tell(
                    getTranslation("revisit.finish.settledbefore", Words.of(before.obligation().state())));
            case Handled.Unknown unknown -> tell(getTranslation("revisit.today.unknown"));
        }
    }

    private void tell(String sentence) {
        said(said, sentence);
    }

    private static void said(Paragraph place, String sentence) {
        place.removeAll();
        place.add(Layouts.quiet(sentence));
    }

    private static UUID agent() {
        return Objects.requireNonNull(Viewer.current().account(), "agents have an account");
    }
}
