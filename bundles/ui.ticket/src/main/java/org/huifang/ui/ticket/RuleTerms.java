// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.EnumMap;
import java.util.Map;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.TicketRules;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;

/** How soon something is owed. Only the number that was changed is written; the others are as they are kept by now. */
final class RuleTerms extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 200;

    private record Term(KeptNumber hours, KeptNumber days) {}

    private final transient Desk desk;
    private final Zone terms = new Zone(getTranslation("tickets.rules.terms"));
    private final transient Map<Area, Term> fields = new EnumMap<>(Area.class);

    RuleTerms(Desk desk) {
        this.desk = desk;
        var rows = Layouts.slimColumn(Pieces.quiet(getTranslation("tickets.rules.terms.how")));
        for (Area area : Area.values()) {
            var hours = new KeptNumber(Words.of(area) + " · " + getTranslation("tickets.rules.hours"), 1, MOST,
                    () -> keep(area));
            var days = new KeptNumber(getTranslation("tickets.rules.days"), 1, MOST, () -> keep(area));
            fields.put(area, new Term(hours, days));
            rows.add(Layouts.closeForm(hours, days));
        }
        terms.show(rows);
        getContent().add(terms);
    }

    void refresh() {
        terms.run(() -> desk.rules().terms(Desk.tenant()).forEach(now -> {
            Term term = fields.get(now.area());
            if (term != null) {
                term.hours.follow(now.respondHours());
                term.days.follow(now.resolveDays());
            }
        }));
    }

    private void keep(Area area) {
        terms.run(() -> desk.rules().terms(Desk.tenant()).stream().filter(now -> now.area() == area).findFirst()
                .ifPresent(now -> {
                    Term term = fields.get(area);
                    if (term != null) {
                        desk.rules().setTerm(Desk.tenant(), new TicketRules.Term(area,
                                term.hours.number(now.respondHours()), term.days.number(now.resolveDays())));
                    }
                }));
    }
}
