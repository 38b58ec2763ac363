// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.TicketRules;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Shown;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;

/** The school's own sub-codes; the form stays as it is while the list above it changes. */
final class RuleCodes extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone(getTranslation("tickets.rules.codes"));
    private final Div rows = Layouts.slimColumn();
    private final Select<Area> area;
    private final TextField code = new TextField();
    private final TextField name = new TextField();
    private final transient Shown shown = new Shown();

    RuleCodes(Desk desk) {
        this.desk = desk;
        area = Parts.areas();
        code.setLabel(getTranslation("tickets.code.short"));
        name.setLabel(getTranslation("tickets.code.name"));
        name.setMaxLength(60);
        zone.show(rows, Layouts.closeForm(area, code, name,
                new Button(getTranslation("tickets.code.add"), click -> add())));
        getContent().add(zone);
    }

    void refresh() {
        zone.run(() -> {
            var codes = desk.rules().codes(Desk.tenant());
            if (shown.changed(codes)) {
                rows.removeAll();
                codes.forEach(each -> rows.add(Layouts.line(Pieces.strong(each.name()),
                        Pieces.quiet(Words.of(each.area()) + " · " + each.code()),
                        new Button(getTranslation("tickets.rules.remove"), click -> remove(each)))));
            }
        });
    }

    private void add() {
        String typed = code.getValue().strip().toLowerCase(Locale.ROOT);
        code.setInvalid(!typed.matches("[a-z0-9-]{1,40}"));
        name.setInvalid(name.getValue().isBlank());
        if (code.isInvalid() || name.isInvalid()) {
            code.setErrorMessage(getTranslation("tickets.code.form"));
            name.setErrorMessage(getTranslation("tickets.refused.text_missing"));
            return;
        }
        boolean kept = zone.run(() -> desk.rules().setCode(Desk.tenant(),
                new TicketRules.SubCode(area.getValue(), typed, name.getValue().strip())));
        if (kept) {
            code.clear();
            name.clear();
            refresh();
        }
    }

    private void remove(TicketRules.SubCode one) {
        desk.rules().removeCode(Desk.tenant(), one.area(), one.code());
        refresh();
        UndoNotice.show(getTranslation("tickets.rules.removed"), () -> {
            desk.rules().setCode(Desk.tenant(), one);
            refresh();
        });
    }
}
