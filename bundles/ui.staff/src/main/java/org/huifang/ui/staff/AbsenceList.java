// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.List;
import org.huifang.api.staff.Absence;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Shown;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.UndoNotice;

/** Absences that have not ended, each with who covers. */
final class AbsenceList extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Runnable changed;
    private final transient Shown shown = new Shown();

    AbsenceList(Desk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
    }

    void show(List<Absence> absences) {
        if (!shown.changed(absences, desk.today())) {
            return;
        }
        getContent().removeAll();
        if (absences.isEmpty()) {
            getContent().add(Pieces.quiet(getTranslation("team.absences.none")));
        }
        absences.forEach(absence -> getContent().add(row(absence)));
    }

    private Component row(Absence absence) {
        var cover = absence.cover();
        var row = Layouts.line(Links.link(desk.name(absence.account()), TeamView.PATH + "/" + absence.account()),
                new Span(getTranslation("team.absence.span", Times.day(absence.from()), Times.day(absence.to()))),
                Pieces.quiet(cover == null
                        ? getTranslation("team.absence.anybody")
                        : getTranslation("team.absence.covers", desk.name(cover))));
        if (absence.holds(desk.today())) {
            row.add(Pieces.strong(getTranslation("team.absence.now")));
        }
        row.add(Links.link(getTranslation("team.handover.go"), TeamView.PATH + "/handover", "from", absence.account()),
                Buttons.small(getTranslation("team.absence.remove"), () -> remove(absence)));
        row.addClassNames(Padding.Vertical.XSMALL, Border.BOTTOM, BorderColor.CONTRAST_10);
        return row;
    }

    private void remove(Absence absence) {
        desk.staff().removeAbsence(Desk.tenant(), absence.id());
        changed.run();
        UndoNotice.show(getTranslation("team.absence.removed"), () -> {
            desk.staff().saveAbsence(Desk.tenant(), absence);
            changed.run();
        });
    }
}
