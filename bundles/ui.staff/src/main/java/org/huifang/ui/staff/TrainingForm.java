// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.TreeSet;
import java.util.UUID;
import org.huifang.api.staff.Agent;
import org.huifang.api.staff.TrainingRecord;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.DayField;
import org.huifang.ui.parts.UndoNotice;
import org.jspecify.annotations.Nullable;

/** Somebody passed a training: which, when, until when it counts, and where that can be seen. */
final class TrainingForm extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Runnable changed;
    private final @Nullable UUID fixed;
    private final Select<UUID> person = new Select<>();
    private final ComboBox<String> training = new ComboBox<>();
    private final DayField passed = new DayField(getTranslation("team.training.passed"));
    private final DayField until = new DayField(getTranslation("team.training.until"));
    private final TextField proof = new TextField();

    /** @param fixed who passed it, or null: to be chosen */
    TrainingForm(Desk desk, @Nullable UUID fixed, Runnable changed) {
        this.desk = desk;
        this.fixed = fixed;
        this.changed = changed;
        person.setLabel(getTranslation("team.person"));
        person.setItems(desk.agents().stream().map(Agent::account).toList());
        person.setItemLabelGenerator(desk::name);
        person.setVisible(fixed == null);
        var known = new TreeSet<>(Desk.trainings());
        known.addAll(desk.staff().required(Desk.tenant()));
        training.setLabel(getTranslation("team.training"));
        training.setItems(known);
        training.setItemLabelGenerator(Desk::training);
        training.setAllowCustomValue(true);
        training.addCustomValueSetListener(event -> {
            var typed = Desk.meant(event.getDetail(), known);
            known.add(typed);
            training.setItems(known);
            training.setValue(typed);
        });
        passed.setValue(desk.today());
        passed.setMax(desk.today());
        until.setHelperText(getTranslation("team.training.forgood"));
        proof.setLabel(getTranslation("team.training.proof"));
        proof.setMaxLength(500);
        proof.setWidth("18rem");
        getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.SMALL);
        getContent().add(person, training, passed, until, proof,
                Buttons.small(getTranslation("team.training.add"), this::add));
    }

    private void add() {
        var who = fixed == null ? person.getValue() : fixed;
        person.setInvalid(who == null);
        person.setErrorMessage(getTranslation("team.person.missing"));
        var what = training.getValue();
        training.setInvalid(what == null || what.isBlank() || what.length() > 100);
        training.setErrorMessage(getTranslation("team.training.missing"));
        var on = passed.getValue();
        var last = until.getValue();
        if (who == null || what == null || training.isInvalid()
                || !passed.checked(on != null && !on.isAfter(desk.today()), getTranslation("team.day.past"))
                || !until.checked(last == null || !last.isBefore(on), getTranslation("team.day.order"))) {
            return;
        }
        var record = new TrainingRecord(UUID.randomUUID(), who, what, on, last, proof.getValue().strip());
        desk.staff().passed(Desk.tenant(), record);
        // of somebody the next training, of a training the next person
        if (fixed == null) {
            person.clear();
        } else {
            training.clear();
            until.clear();
        }
        proof.clear();
        changed.run();
        UndoNotice.show(getTranslation("team.training.added", desk.name(who), Desk.training(what)), () -> {
            desk.staff().withdraw(Desk.tenant(), record.id());
            changed.run();
        });
    }
}
