// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.time.InstantSource;
import java.util.UUID;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.Role;
import org.huifang.api.intake.ListExport;
import org.huifang.api.ticket.CourseChanges;
import org.huifang.api.ticket.TicketRules;
import org.huifang.api.ticket.Tickets;
import org.huifang.ui.AdminView;
import org.huifang.ui.Live;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/** First screen: which problem is owed an answer next, and whose is it? Behind it one ticket, the changes, the rules. */
@View(path = TicketsView.PATH, title = "tickets.title", order = 33, icon = VaadinIcon.TOOLS, roles = {Role.AGENT,
        Role.SUPERVISOR, Role.ADMIN})
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class TicketsView extends Composite<Div> implements AdminView, Navigated {
    static final String PATH = "tickets";
    static final String CHANGES = PATH + "/changes";
    static final String RULES = PATH + "/rules";
    static final String NEW = PATH + "/new";
    private static final long serialVersionUID = 1L;

    /** A page of this view, which reads again what may have changed without touching what is being typed. */
    interface Page {
        void refresh();
    }

    private final transient Desk desk;
    private transient Page page = () -> {
        // nothing is shown yet
    };

    @Activate
    public TicketsView(@Reference Tickets tickets, @Reference CourseChanges changes, @Reference TicketRules rules,
            @Reference LearnerArchive archive, @Reference Accounts accounts, @Reference InstantSource clock,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable ListExport export) {
        desk = new Desk(tickets, changes, rules, archive, accounts, clock, export);
        getContent().addClassNames(Padding.MEDIUM, BoxSizing.BORDER);
        Live.of(this).topics("ticket").refresh(() -> page.refresh());
    }

    @Override
    public void show(Place place) {
        String first = place.segment(0).orElse("");
        if (first.isEmpty()) {
            var filter = Filter.of(place);
            Back.remember(filter);
            if (page instanceof TicketList list) {
                list.open(filter);
            } else {
                put(new TicketList(desk, filter));
            }
            return;
        }
        UUID nothing = new UUID(0, 0);
        switch (first) {
            case "changes" -> {
                if (place.segment(1).isEmpty()) {
                    put(new ChangeList(desk));
                } else {
                    put(new ChangePage(desk, place.id(1).orElse(nothing), place.queryId("ticket").orElse(null)));
                }
            }
            case "rules" -> put(new RulesPage(desk));
            case "new" -> put(new NewPage(desk, place.queryId("learner").orElse(null)));
            default -> put(new TicketPage(desk, place.id(0).orElse(nothing)));
        }
    }

    private <P extends com.vaadin.flow.component.Component & Page> void put(P shown) {
        getContent().removeAll();
        getContent().add(shown);
        page = shown;
        shown.refresh();
    }
}
