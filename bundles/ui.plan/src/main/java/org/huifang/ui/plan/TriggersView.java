// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.time.InstantSource;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Tags;
import org.huifang.api.calendar.Calendars;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.Plans;
import org.huifang.api.revisit.Revisits;
import org.huifang.api.revisit.Triggers;
import org.huifang.api.staff.Staff;
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

/** First screen: which special cases do we call on? With a rule behind the path: for whom would it have fired? */
@View(path = TriggersView.PATH, title = "triggers.title", order = 24, icon = VaadinIcon.BELL_O, roles = Role.SUPERVISOR)
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class TriggersView extends Composite<Div> implements AdminView, Navigated {
    static final String PATH = "triggers";
    private static final long serialVersionUID = 1L;

    private final TriggerList list;
    private final TriggerPage page;

    @Activate
    public TriggersView(@Reference Plans plans, @Reference Triggers triggers, @Reference Revisits revisits,
            @Reference LearnerArchive archive,
            @Reference Tags tags,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Accounts accounts,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Staff staff,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Calendars calendars,
            @Reference InstantSource clock) {
        var desk = new Desk(plans, triggers, revisits, archive, tags, accounts, staff, calendars, clock);
        list = new TriggerList(desk);
        page = new TriggerPage(desk);
        getContent().addClassNames(Padding.MEDIUM, BoxSizing.BORDER);
        Live.of(this).topics("revisit").refresh(this::refresh);
    }

    @Override
    public void show(Place place) {
        getContent().removeAll();
        if (place.segments().isEmpty()) {
            getContent().add(list);
            list.open(place);
        } else {
            getContent().add(page);
            page.open(place.id(0).orElse(null), place);
        }
    }

    private void refresh() {
        if (list.getParent().isPresent()) {
            list.refresh();
        } else if (page.getParent().isPresent()) {
            page.refresh();
        }
    }
}
