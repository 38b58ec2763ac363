// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.staff.Absence;
import org.huifang.api.staff.Agent;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.DayField;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.UndoNotice;
import org.jspecify.annotations.Nullable;

/** Who is away from when to when, and who takes over. */
final class AbsenceForm extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Runnable changed;
    private final @Nullable UUID fixed;
    private final Select<UUID> person = new Select<>();
    private final DayField from = new DayField(getTranslation("team.absence.from"));
    private final DayField to = new DayField(getTranslation("team.absence.to"));
    private final Select<UUID> cover = new Select<>();

    /** @param fixed whose absence it is, or null: to be chosen */
    AbsenceForm(Desk desk, @Nullable UUID fixed, Runnable changed) {
        this.desk = desk;
        this.fixed = fixed;
        this.changed = changed;
        var ids = desk.agents().stream().map(Agent::account).toList();
        person.setLabel(getTranslation("team.person"));
        person.setItems(ids);
        person.setItemLabelGenerator(desk::name);
        person.setVisible(fixed == null);
        cover.setLabel(getTranslation("team.absence.cover"));
        cover.setItems(ids.stream().filter(id -> !id.equals(fixed)).toList());
        cover.setEmptySelectionAllowed(true);
        cover.setEmptySelectionCaption(getTranslation("team.absence.anybody"));
        cover.setWidth("16rem");
        cover.setItemLabelGenerator(id -> id == null ? getTranslation("team.absence.anybody") : desk.name(id));
        var today = desk.today();
        from.setValue(today);
        to.setValue(today);
        from.addValueChangeListener(event -> {
            if (event.getValue() != null && (to.getValue() == null || to.getValue().isBefore(event.getValue()))) {
                to.setValue(event.getValue());
            }
        });
        getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.SMALL);
        getContent().add(person, from, to, cover,
                Buttons.small(getTranslation("team.absence.add"), this::add));
    }

    private void add() {
        var who = fixed == null ? person.getValue() : fixed;
        person.setInvalid(who == null);
        person.setErrorMessage(getTranslation("team.person.missing"));
        if (who == null || !from.checked(from.getValue() != null, getTranslation("team.day.missing"))
                || !to.checked(to.getValue() != null && !to.getValue().isBefore(from.getValue()),
                        getTranslation("team.day.order"))) {
            return;
        }
        var by = cover.getValue();
        cover.setInvalid(Objects.equals(by, who));
        cover.setErrorMessage(getTranslation("team.absence.self"));
        if (cover.isInvalid()) {
            return;
        }
        var absence = new Absence(UUID.randomUUID(), who, from.getValue(), to.getValue(), by);
        desk.staff().saveAbsence(Desk.tenant(), absence);
        from.setValue(desk.today());
        to.setValue(desk.today());
        cover.clear();
        changed.run();
        UndoNotice.show(getTranslation("team.absence.added", desk.name(who), Times.day(absence.from()),
                Times.day(absence.to())), () -> {
                    desk.staff().removeAbsence(Desk.tenant(), absence.id());
                    changed.run();
                });
    }
}
