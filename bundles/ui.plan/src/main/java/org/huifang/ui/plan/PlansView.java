// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

/** First screen: who is called on when? With a plan behind the path: what would a change do? */
@View(path = PlansView.PATH, title = "plans.title", order = 22, icon = VaadinIcon.CALENDAR_CLOCK, roles = Role.SUPERVISOR)
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class PlansView extends Composite<Div> implements AdminView, Navigated {
    static final String PATH = "plans";
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final PlanList list;
    /** One for each plan that was opened: something may go on with it still, or be begun by a notice. */
    private final transient Map<Optional<UUID>, PlanEditor> editors = new HashMap<>();
    private @Nullable PlanEditor last;
    private final VersionPage version;

    @Activate
    public PlansView(@Reference Plans plans, @Reference Triggers triggers, @Reference Revisits revisits,
            @Reference LearnerArchive archive,
            @Reference Tags tags,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Accounts accounts,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Staff staff,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Calendars calendars,
            @Reference InstantSource clock) {
        desk = new Desk(plans, triggers, revisits, archive, tags, accounts, staff, calendars, clock);
        list = new PlanList(desk);
        version = new VersionPage(desk);
        getContent().addClassNames(Padding.MEDIUM, BoxSizing.BORDER);
        Live.of(this).topics("revisit").refresh(this::refresh);
    }

    @Override
    public void show(Place place) {
        if (place.segments().isEmpty()) {
            put(list);
            list.refresh();
        } else if (place.segment(1).orElse("").equals("versions")) {
            put(version);
            version.open(place.id(0).orElse(null), place.segment(2).orElse(""));
        } else {
            var editor = editors.computeIfAbsent(place.id(0), id -> new PlanEditor(desk, id.orElse(null)));
            if (!editor.equals(last)) {
                editor.outdated();
            }
            last = editor;
            put(editor);
            editor.open(place);
        }
    }

    private void put(Composite<Div> page) {
        if (page.getParent().isEmpty()) {
            getContent().removeAll();
            getContent().add(page);
        }
    }

    private void refresh() {
        if (list.getParent().isPresent()) {
            list.refresh();
        } else if (last != null && last.getParent().isPresent()) {
            last.refresh();
        }
    }
}
