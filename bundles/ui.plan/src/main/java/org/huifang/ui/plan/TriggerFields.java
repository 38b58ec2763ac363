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
import org.huifang.api.revisit.Trigger;
import org.huifang.ui.parts.Fields;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.ScopeFields;

/** A rule that is not live, with fields: when, for whom, and what is owed then. */
final class TriggerFields extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int MOST_MINUTES = 240;

    private final transient Consumer<Trigger> changed;
    private final TextField name = Fields.text(getTranslation("triggers.name"), 80);
    private final ScopeFields scope;
    private final KindField kind = new KindField();
    private final IntegerField due = Fields.number(getTranslation("triggers.due"), 0, 366);
    private final IntegerField coolDown = Fields.number(getTranslation("triggers.cooldown"), 1, 3_660);
    private final IntegerField minutes = Fields.number(getTranslation("plans.field.minutes"), 0, MOST_MINUTES);
    private final Select<Boolean> notice = Fields.choice(getTranslation("plans.field.notice"), StepWords::notice,
            List.of(true, false));
    private final SkillField skill;
    private final Paragraph wrong = Pieces.sentence("");
    private final WhenGroup when;
    private final transient Trigger of;

    TriggerFields(Desk desk, Trigger trigger, Consumer<Trigger> changed) {
        this.changed = changed;
        of = trigger;
        scope = desk.scopeFields(this::typed);
        skill = new SkillField(desk.skills(), this::typed);
        skill.show(trigger.skill());
        when = new WhenGroup(trigger.when(), this::typed);
        name.setWidth("24rem");
        name.setMaxWidth("100%");
        name.setValue(trigger.name());
        name.setPlaceholder(WhenWords.of(trigger.when()));
        scope.show(trigger.course(), trigger.tag());
        kind.show(trigger.kind());
        due.setValue(trigger.dueDays());
        coolDown.setValue(trigger.coolDownDays());
        minutes.setValue(trigger.minutes());
        notice.setValue(trigger.notice());
        for (HasValue<?, ?> field : List.<HasValue<?, ?>>of(name, kind, due, coolDown, minutes, notice)) {
            Fields.typed(field, this::typed);
        }
        var owes = new Sentence();
        owes.show(getTranslation("triggers.sentence"),
                Map.of("kind", kind, "due", due, "minutes", minutes, "notice", notice, "cooldown", coolDown));
        wrong.addClassName(TextColor.ERROR);
        wrong.getElement().setAttribute("role", "alert");
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
        getContent().add(name, Pieces.heading(getTranslation("triggers.when")), when,
                Pieces.heading(getTranslation("triggers.who")), scope, Pieces.heading(getTranslation("triggers.what")),
                owes, skill, wrong);
    }

    private void typed() {
        var condition = when.when();
        boolean fits = Fields.fits(due) & Fields.fits(coolDown) & Fields.fits(minutes) && condition.isPresent();
        wrong.setText(fits ? "" : getTranslation("triggers.wrong"));
        if (fits) {
            name.setPlaceholder(WhenWords.of(condition.get()));
            changed.accept(new Trigger(of.id(), of.code(), name.getValue().strip(), condition.get(), scope.course(),
                    scope.tag(), kind.getValue(), due.getValue(), coolDown.getValue(), minutes.getValue(),
                    notice.getValue(), false, skill.getValue()));
        }
    }
}
