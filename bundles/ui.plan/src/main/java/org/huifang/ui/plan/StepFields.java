// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.huifang.api.revisit.Anchor;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.PlannedStep;
import org.huifang.ui.parts.Fields;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** The chosen node as a sentence with fields in it. */
final class StepFields extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int MOST_DAYS = 3_660;
    private static final int MOST_MINUTES = 240;

    private final transient Consumer<PlannedStep> changed;
    private final TextField name = Fields.text(getTranslation("plans.step.name"), 80);
    private final Select<Anchor> anchor = Fields.choice(getTranslation("plans.field.anchor"), Words::of,
            List.of(Anchor.values()));
    private final KindField kind = new KindField();
    private final Select<Boolean> notice = Fields.choice(getTranslation("plans.field.notice"), StepWords::notice,
            List.of(true, false));
    private final IntegerField value = Fields.number(getTranslation("plans.field.value"), 1, 366);
    private final IntegerField opens = Fields.number(getTranslation("plans.field.opens"), -MOST_DAYS, MOST_DAYS);
    private final IntegerField due = Fields.number(getTranslation("plans.field.due"), -MOST_DAYS, MOST_DAYS);
    private final IntegerField minutes = Fields.number(getTranslation("plans.field.minutes"), 0, MOST_MINUTES);
    private final SkillField skill;
    private final Sentence sentence = new Sentence();
    private final Paragraph wrong = Pieces.sentence("");
    private transient @Nullable PlannedStep shown;

    StepFields(Desk desk, Consumer<PlannedStep> changed) {
        this.changed = changed;
        skill = new SkillField(desk.skills(), this::typed);
        name.setWidth("18rem");
        name.setMaxWidth("100%");
        wrong.addClassName(TextColor.ERROR);
        wrong.getElement().setAttribute("role", "alert");
        Fields.typed(kind, () -> {
            arrange();
            typed();
        });
        for (HasValue<?, ?> field : List.<HasValue<?, ?>>of(name, notice, value, opens, due, minutes)) {
            Fields.typed(field, this::typed);
        }
        Fields.typed(anchor, () -> {
            arrange();
            anchor.focus();
            typed();
        });
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().add(name, sentence, skill, wrong);
    }

    /** Shows a step; what is being typed into the same one stays. */
    void show(PlannedStep step) {
        if (step.equals(shown)) {
            return;
        }
        shown = step;
        name.setValue(step.name());
        name.setPlaceholder(StepWords.name(step.code(), ""));
        anchor.setValue(step.anchor());
        kind.show(step.kind());
        notice.setValue(step.notice());
        value.setValue(step.value() == 0 ? null : step.value());
        opens.setValue(step.opensAfter());
        due.setValue(step.dueAfter());
        minutes.setValue(step.minutes());
        skill.show(step.skill());
        List.of(value, opens, due, minutes).forEach(field -> field.setInvalid(false));
        wrong.setText("");
        arrange();
    }

    private void arrange() {
        // a questionnaire is nobody's work
        skill.setVisible(kind.getValue() != Kind.QUESTIONNAIRE);
        var pattern = switch (anchor.getValue()) {
            case PROGRESS -> "plans.sentence.progress";
            case INACTIVITY -> "plans.sentence.inactivity";
            default -> "plans.sentence.plain";
        };
        value.setMax(anchor.getValue() == Anchor.PROGRESS ? 100 : 366);
        sentence.show(getTranslation(pattern), Map.of("anchor", anchor, "value", value, "opens", opens, "due", due,
                "kind", kind, "minutes", minutes, "notice", notice));
    }

    private void typed() {
        var step = read();
        if (step != null && !step.equals(shown)) {
            shown = step;
            changed.accept(step);
        }
    }

    /** What the fields say, or null, and the reason under them, while it is no step. */
    private @Nullable PlannedStep read() {
        boolean valued = anchor.getValue() == Anchor.PROGRESS || anchor.getValue() == Anchor.INACTIVITY;
        boolean fits = Fields.fits(opens) & Fields.fits(due) & Fields.fits(minutes)
                & (!valued || Fields.fits(value));
        boolean ordered = !fits || due.getValue() >= opens.getValue();
        if (!ordered) {
            due.setInvalid(true);
        }
        boolean named = shown == null || !name.getValue().isBlank() || StepWords.known(shown.code());
        name.setInvalid(!named);
        wrong.setText(!fits
                ? getTranslation("plans.wrong.number")
                : !ordered
                        ? getTranslation("plans.wrong.order")
                        : named ? "" : getTranslation("plans.wrong.name"));
        return fits && ordered && named && shown != null
                ? new PlannedStep(shown.code(), name.getValue().strip(), kind.getValue(), anchor.getValue(),
                        valued ? value.getValue() : 0, opens.getValue(), due.getValue(), minutes.getValue(),
                        notice.getValue(), skill.getValue())
                : null;
    }
}
