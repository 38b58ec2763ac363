// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.Promise;
import org.huifang.api.revisit.State;
import org.huifang.ui.Keys;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/**
 * Note, outcome, feedback, promises, and the one button. Only the outcome is required, and a time for a call-back.
 * Everything entered is a draft on the server within a second.
 */
final class Finish extends Composite<Aside> implements HasStyle {
    private static final long serialVersionUID = 1L;
    static final int TYPING_PAUSE_MS = 600;
    private static final int LONGEST_NOTE = 10_000;

    private final transient Desk desk;
    private final transient Typed typed;
    private final transient Runnable ended;
    private final transient Runnable next;
    private final TextArea note = new TextArea();
    private final transient NoteKeeper keeper = new NoteKeeper(note);
    private final RadioButtonGroup<Outcome> outcome = new RadioButtonGroup<>();
    private final CallBackField callBack = new CallBackField();
    private final FeedbackPart feedback = new FeedbackPart(this::feedback);
    private final PromisePart promises;
    private final Paragraph said = new Paragraph();
    private final Div form = new Div();
    private final Paragraph kept = new Paragraph();
    private transient @Nullable Case current;
    private transient @Nullable Case handing;
    private transient SequencedMap<UUID, String> courses = new LinkedHashMap<>();
    /** As it was planned while it was open; what is settled is planned no more. */
    private String channel = Case.PHONE;
    private UUID key = UUID.randomUUID();

    /**
     * @param ended called when an outcome is chosen: the call is over
     * @param next called when the case is on the record
     */
    Finish(Desk desk, Typed typed, Runnable ended, Runnable next) {
        this.desk = desk;
        this.typed = typed;
        this.ended = ended;
        this.next = next;
        promises = new PromisePart(desk.clock(), this::promises);
        note.setLabel(getTranslation("revisit.finish.note"));
        note.setMinRows(5);
        note.setMaxLength(LONGEST_NOTE);
        note.setWidthFull();
        note.setValueChangeMode(ValueChangeMode.TIMEOUT);
        note.setValueChangeTimeout(TYPING_PAUSE_MS);
        note.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                typed.change(draft -> draft.with(event.getValue()));
            }
        });
        outcome.setLabel(getTranslation("revisit.finish.outcome"));
        outcome.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        outcome.setItems(Outcome.values());
        outcome.setItemLabelGenerator(each -> (each.ordinal() + 1) + "  " + Words.of(each));
        outcome.setRequiredIndicatorVisible(true);
        outcome.setManualValidation(true);
        outcome.addValueChangeListener(event -> chosen(event.isFromClient()));
        callBack.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                typed.change(draft -> draft.with(outcome.getValue(), callBack.instant()));
            }
        });
        var finish = Buttons.primary(getTranslation("revisit.finish.next"), this::finish);
        finish.setWidthFull();
        finish.setTooltipText("Ctrl+Enter");
        said.getElement().setAttribute("role", "status");
        said.addClassName(Margin.NONE);
        kept.addClassName(Margin.NONE);
        form.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        form.add(note, outcome, callBack, feedback, promises, finish, kept);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL, Flex.NONE, Width.FULL);
        getContent().setMaxWidth("22.5rem");
        getContent().getElement().setAttribute("aria-label", getTranslation("revisit.finish.label"));
        getContent().add(said, form);
        Keys.on(form, "Ctrl+Enter", "revisit.key.finish", this::finish);
        for (var each : Outcome.values()) {
            Keys.on(outcome, Integer.toString(each.ordinal() + 1), "revisit.key.outcome", () -> choose(each));
        }
    }

    /**
     * Shows this case with its draft; for the case that is shown already, what is being typed stays.
     *
     * @param mine false while a colleague has it in hand
     */
    void show(Case now, boolean mine) {
        var former = current;
        var same = former != null && (former.holds(now.id()) || now.holds(former.id()));
        if (former != null && !same) {
            // after handing in there is no former case: what was said about it stays above the next one
            said.removeAll();
        }
        current = now;
        channel = now.open() || !same ? now.channel() : channel;
        about(now.courses());
        // what went away while it was being worked on can still be put on record; what a colleague settled can be copied
        var meanwhile = same && !now.open() && !typed.now().equals(Draft.EMPTY);
        form.setVisible(mine && (now.open() || meanwhile));
        if (!now.open()) {
            var settled = getTranslation("revisit.finish.settled", Words.of(now.state()),
                    Times.stamp(Objects.requireNonNullElse(now.first().settled(), desk.now())));
            boolean taken = now.state() == State.EXEMPT || now.state() == State.DECLINED;
            tell(meanwhile
                    ? settled + " " + getTranslation(taken ? "revisit.finish.meanwhile" : "revisit.finish.copy")
                    : settled);
        } else if (former != null && same && !former.open()) {
            // it is owed again: what was said of its end is not so any more
            said.removeAll();
        }
        if (same) {
            return;
        }
        key = UUID.randomUUID();
        handing = null;
        var draft = typed.open(now);
        note.setValue(draft.note());
        outcome.setValue(draft.outcome());
        outcome.setInvalid(false);
        callBack.show(draft.callBack(), desk.now(),
                desk.hours(now.first().learner(), now.first().course(), Case.PHONE).orElse(null));
        callBack.setVisible(draft.outcome() == Outcome.CALL_BACK);
        feedback.show(draft.feedback(), desk.codes());
        promises.show(draft.promises(), desk.now());
        said(kept, draft.equals(Draft.EMPTY) ? "" : getTranslation("revisit.finish.restored"));
        keeper.open(Desk.agent(), now.id(), left -> {
            note.setValue(left);
            typed.change(before -> before.with(left));
        });
    }

    /** Of one course nobody is asked, so nobody reads its title. */
    private void about(List<UUID> now) {
        if (!now.equals(List.copyOf(courses.sequencedKeySet()))) {
            courses = new LinkedHashMap<>();
            now.forEach(id -> courses.put(id, now.size() > 1 ? desk.title(id) : ""));
        }
        feedback.about(courses);
        promises.about(courses);
    }

    void focus() {
        note.focus();
    }

    /** Says whether what was typed is safe. */
    void told(Typed.Kept result) {
        if (result == Typed.Kept.KEPT) {
            keeper.kept(typed.now().note());
        }
        said(kept, result == Typed.Kept.KEPT
                ? getTranslation("revisit.finish.kept", Times.clock(desk.now(), Times.zone()))
                : getTranslation("revisit.finish.toolong"));
    }

    private void choose(Outcome chosen) {
        outcome.setValue(chosen);
        chosen(true);
    }

    private void chosen(boolean byHand) {
        outcome.setInvalid(false);
        callBack.setVisible(outcome.getValue() == Outcome.CALL_BACK);
        if (byHand) {
            ended.run();
            typed.change(draft -> draft.with(outcome.getValue(), callBack.instant()));
        }
    }

    private void feedback() {
        typed.change(draft -> draft.withFeedback(feedback.value()));
    }

    private void promises() {
        typed.change(draft -> draft.withPromises(promises.value()));
    }

    private void finish() {
        var now = current;
        if (now == null || !form.isVisible()) {
            return;
        }
        var result = outcome.getValue();
        if (result == null) {
            outcome.setErrorMessage(getTranslation("revisit.finish.needsoutcome"));
            outcome.setInvalid(true);
            outcome.getElement().callJsFunction("focus");
            return;
        }
        var again = result == Outcome.CALL_BACK ? callBack.checked(desk.now()) : null;
        if (result == Outcome.CALL_BACK && again == null) {
            return;
        }
        promises.checked(desk.now()).ifPresent(made -> handIn(now, result, again, made));
    }

    private void handIn(Case now, Outcome result, @Nullable Instant again, List<About<Promise>> made) {
        // what a colleague settled meanwhile is not waited for; after a failure it is the same call as before
        var repeated = handing != null;
        var call = handing == null ? now.again(id -> desk.revisits().find(Desk.tenant(), id)) : handing;
        handing = call;
        var attempt = new Attempt(key, Desk.agent(), result, noted(), again, desk.now(),
                typed.now().call().until(desk.now()), List.of(), List.of());
        var handled = HandingIn.all(call, attempt, feedback.value(), made, typed::rest,
                (id, each) -> desk.revisits().handIn(Desk.tenant(), id, each));
        if (!handled.taken().isEmpty()) {
            if (result == Outcome.WRONG_NUMBER) {
                desk.wrong(call.first().learner(), channel, attempt.key());
            }
            if (repeated) {
                // what counted the first time did not forget what was kept since
                handled.taken().forEach(done -> typed.forget(done.id()));
            }
            tell(taken(handled, attempt));
            current = null;
            typed.close();
            next.run();
        } else if (handled.before().isEmpty()) {
            tell(getTranslation("revisit.today.unknown"));
        } else {
            tell(getTranslation("revisit.finish.settledbefore", Words.of(handled.before().getFirst().state())));
        }
    }

    /** What was said of the recording stands above the note. */
    private String noted() {
        var recorded = typed.now().call().recorded();
        return recorded == null
                ? note.getValue()
                : getTranslation(recorded ? "revisit.call.noted.yes" : "revisit.call.noted.no") + "\n"
                        + note.getValue();
    }

    private String taken(HandingIn handled, Attempt attempt) {
        var sentence = getTranslation("revisit.finish.taken", Words.of(attempt.outcome()), Times.stamp(attempt.at()));
        var first = handled.taken().getFirst();
        var back = first.planned() == null ? first.opens() : first.planned().at();
        var lost = lost(handled);
        if (!lost.isEmpty()) {
            return getTranslation("revisit.finish.lost", sentence, lost);
        }
        return first.state().open() && !first.waits() && back.isAfter(attempt.at())
                ? getTranslation("revisit.finish.again", sentence, Times.stamp(back))
                : sentence;
    }

    /** The form shows the next case by now, so it is said in full. */
    private String lost(HandingIn handled) {
        return Stream.concat(
                handled.unheard().stream().map(piece -> piece.said().isBlank() ? Words.of(piece.area()) : piece.said()),
                handled.unkept().stream().map(Promise::what)).collect(Collectors.joining(" · "));
    }

    private void tell(String sentence) {
        said(said, sentence);
    }

    private static void said(Paragraph place, String sentence) {
        place.removeAll();
        place.add(Looks.quiet(sentence));
    }
}
