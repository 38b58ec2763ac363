// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import org.huifang.api.ticket.TicketRules;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Zone;

/** What Huifang does by itself; only the number that was changed is written. */
final class RuleLimits extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone(getTranslation("tickets.rules.limits"));
    private final KeptNumber low = new KeptNumber(getTranslation("tickets.rules.low"), 0, 5, this::keep);
    private final KeptNumber asks = new KeptNumber(getTranslation("tickets.rules.asks"), 3, 10, this::keep);
    private final KeptNumber days = new KeptNumber(getTranslation("tickets.rules.askdays"), 7, 60, this::keep);

    RuleLimits(Desk desk) {
        this.desk = desk;
        zone.show(Layouts.closeForm(low, asks, days));
        getContent().add(zone);
    }

    void refresh() {
        zone.run(() -> {
            var now = desk.rules().limits(Desk.tenant());
            low.follow(now.lowSatisfaction());
            asks.follow(now.asks());
            days.follow(now.askDays());
        });
    }

    private void keep() {
        zone.run(() -> {
            var now = desk.rules().limits(Desk.tenant());
            desk.rules().setLimits(Desk.tenant(), new TicketRules.Limits(low.number(now.lowSatisfaction()),
                    asks.number(now.asks()), days.number(now.askDays())));
        });
    }
}
