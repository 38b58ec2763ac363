// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import org.huifang.ui.parts.Pieces;

/** Who answers for what, how soon, and the school's own sub-codes. Forms are made once, so that no push empties them. */
final class RulesPage extends Composite<Div> implements TicketsView.Page {
    private static final long serialVersionUID = 1L;

    private transient Runnable refresh = () -> {
        // nothing that changes is shown to whoever does not lead
    };

    RulesPage(Desk desk) {
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.XLARGE);
        getContent().setMaxWidth("60rem");
        getContent().add(Back.link(getTranslation("tickets.back")));
        if (!Desk.leads()) {
            getContent().add(Pieces.quiet(getTranslation("tickets.rules.notyours")));
            return;
        }
        var owners = new RuleOwners(desk);
        var terms = new RuleTerms(desk);
        var codes = new RuleCodes(desk);
        var limits = new RuleLimits(desk);
        getContent().add(owners, terms, codes, limits);
        refresh = () -> {
            owners.refresh();
            terms.refresh();
            codes.refresh();
            limits.refresh();
        };
    }

    @Override
    public void refresh() {
        refresh.run();
    }
}
