// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import org.huifang.api.staff.TrainingRecord;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.UndoNotice;

/** A record: what, until when, and its proof; one that was entered by mistake can be taken back. */
final class TrainingRow extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    TrainingRow(Desk desk, TrainingRecord record, Runnable changed) {
        var until = record.until();
        var row = Layouts.line(new Span(Desk.training(record.training())),
                Pieces.quiet(getTranslation("team.training.on", Times.day(record.passed()))),
                Pieces.quiet(until == null
                        ? getTranslation("team.training.always")
                        : getTranslation("team.training.till", Times.day(until))),
                Pieces.quiet(record.proof()));
        if (until != null && until.isBefore(desk.today())) {
            row.add(Looks.warning(getTranslation("team.training.over")));
        }
        row.add(Buttons.small(getTranslation("team.training.withdraw"), () -> {
            desk.staff().withdraw(Desk.tenant(), record.id());
            changed.run();
            UndoNotice.show(getTranslation("team.training.withdrawn"), () -> {
                desk.staff().passed(Desk.tenant(), record);
                changed.run();
            });
        }));
        row.addClassNames(Padding.Vertical.XSMALL, Border.BOTTOM, BorderColor.CONTRAST_10);
        getContent().add(row);
    }
}
