// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Tags;
import org.huifang.api.calendar.Calendars;
import org.huifang.api.consent.Consents;
import org.huifang.api.consent.Policies;
import org.huifang.api.identity.Role;
import org.huifang.ui.AdminView;
import org.huifang.ui.Live;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.MissingYear;
import org.huifang.ui.parts.PageNav;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** First screen: when and how often may we contact people? Behind it: the school's calendar, and the rules of consent. */
@View(path = PoliciesView.PATH, title = "policies.title", order = 125, icon = VaadinIcon.CALENDAR, roles = {Role.ADMIN,
        Role.SUPERVISOR})
@org.osgi.service.component.annotations.Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class PoliciesView extends Composite<Div> implements AdminView, Navigated {
    static final String PATH = "admin/policies";
    static final String CALENDAR = PATH + "/calendar";
    static final String CONSENT = PATH + "/consent";
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final MissingYear missing = new MissingYear();
    private transient List<? extends Part> parts = List.of();

    @Activate
    public PoliciesView(@Reference Calendars calendars, @Reference LearnerArchive archive, @Reference Tags tags,
            @Reference Policies policies, @Reference Consents consents, @Reference InstantSource clock) {
        desk = new Desk(calendars, archive, tags, policies, consents, clock);
        Layouts.roomyPage(getContent());
        Live.of(this).topics("calendar").refresh(() -> {
            missing.show(desk.calendars(), desk.today());
            parts.forEach(Part::load);
        });
    }

    @Override
    public void show(Place place) {
        String page = place.segment(0).orElse("");
        getContent().removeAll();
        getContent().add(pages(page), missing);
        missing.show(desk.calendars(), desk.today());
        switch (page) {
            case "calendar" -> show(new YearPart(desk, place.query("year").map(PoliciesView::year).orElse(0)),
                    new WeekPart(desk), new BlackoutsPart(desk));
            case "consent" -> {
                LocalDate day = place.query("on").map(PoliciesView::day).orElse(LocalDate.EPOCH);
                show(new RulesPart(desk, day), new TextsPart(desk, day));
            }
            default -> show(new PackPart(desk), new CapsPart(desk));
        }
    }

    @SafeVarargs
    private <P extends Component & Part> void show(P... shown) {
        parts = List.of(shown);
        Stream.of(shown).forEach(part -> {
            getContent().add(part);
            part.load();
        });
    }

    private Component pages(String page) {
        var pages = new PageNav(getTranslation("policies.pages"));
        pages.add(getTranslation("policies.page.contacts"), PATH, page.isEmpty());
        pages.add(getTranslation("policies.page.calendar"), CALENDAR, page.equals("calendar"));
        pages.add(getTranslation("policies.page.consent"), CONSENT, page.equals("consent"));
        return pages;
    }

    /** 0 for none: what stands in a URL may be anything. */
    private static int year(String text) {
        return text.matches("[12]\\d{3}") ? Integer.parseInt(text) : 0;
    }

    /** The epoch for none. */
    private static LocalDate day(String text) {
        try {
            return text.length() == 10 ? LocalDate.parse(text) : LocalDate.EPOCH;
        } catch (DateTimeException noDay) {
            return LocalDate.EPOCH;
        }
    }
}
