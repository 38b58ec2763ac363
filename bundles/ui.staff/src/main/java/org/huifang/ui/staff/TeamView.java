// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.time.InstantSource;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Reachability;
import org.huifang.api.calendar.Calendars;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.Revisits;
import org.huifang.api.staff.Staff;
import org.huifang.ui.AdminView;
import org.huifang.ui.Live;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.huifang.ui.parts.PageNav;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/** First screen: who carries what today, and who cannot? Then: are there enough of them in the next weeks? */
@View(path = TeamView.PATH, title = "team.title", order = 26, icon = VaadinIcon.GROUP, roles = {Role.SUPERVISOR,
        Role.ADMIN})
@org.osgi.service.component.annotations.Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class TeamView extends Composite<Div> implements AdminView, Navigated {
    static final String PATH = "team";
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Div tabs = new Div();
    private final Div body = new Div();
    private transient Page page = new PeoplePage.None();

    /** What stands below the tabs. */
    interface Page {
        void show(Place place);

        void refresh();
    }

    @Activate
    public TeamView(@Reference Staff staff, @Reference Accounts accounts, @Reference LearnerArchive archive,
            @Reference Reachability reachability,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Revisits revisits,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Calendars calendars,
            @Reference InstantSource clock) {
        desk = new Desk(staff, accounts, archive, reachability, revisits, calendars, clock);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE, Padding.MEDIUM, BoxSizing.BORDER);
        getContent().setWidthFull();
        getContent().add(tabs, body);
        Live.of(this).topics("staff", "identity", "revisit", "calendar").refresh(() -> page.refresh());
    }

    @Override
    public void show(Place place) {
        String part = place.segment(0).orElse("");
        var pages = new PageNav(getTranslation("team.parts"));
        for (String each : new String[]{"", "capacity", "absences", "trainings", "responsibilities"}) {
            pages.add(getTranslation("team.part." + (each.isEmpty() ? "people" : each)),
                    each.isEmpty() ? PATH : PATH + "/" + each, each.equals(part));
        }
        tabs.removeAll();
        tabs.add(pages);
        var next = switch (part) {
            case "capacity" -> page instanceof CapacityPage same ? same : new CapacityPage(desk);
            case "absences" -> page instanceof AbsencesPage same ? same : new AbsencesPage(desk);
            case "trainings" -> page instanceof TrainingsPage same ? same : new TrainingsPage(desk);
            case "responsibilities" -> page instanceof MatrixPage same ? same : new MatrixPage(desk);
            case "handover" -> page instanceof HandoverPage same ? same : new HandoverPage(desk);
            case "" -> page instanceof PeoplePage same ? same : new PeoplePage(desk);
            default -> page instanceof PersonPage same ? same : new PersonPage(desk);
        };
        if (next != page) {
            page = next;
            body.removeAll();
            body.add((Component) next);
        }
        next.show(place);
    }
}
