// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.care;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.time.InstantSource;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Tags;
import org.huifang.api.calendar.Calendars;
import org.huifang.api.care.Greetings;
import org.huifang.api.identity.Role;
import org.huifang.ui.AdminView;
import org.huifang.ui.Live;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** First screen: whom do we wish well, and does it arrive? With a greeting behind the path: what does it say, and to whom? */
@View(path = CareView.PATH, title = "care.title", order = 25, icon = VaadinIcon.HEART_O, roles = Role.SUPERVISOR)
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class CareView extends Composite<Div> implements AdminView, Navigated {
    static final String PATH = "care";
    private static final long serialVersionUID = 1L;

    private final GreetingList list;
    private final GreetingPage page;

    @Activate
    public CareView(@Reference Greetings greetings, @Reference LearnerArchive archive, @Reference Tags tags,
            @Reference Calendars calendars, @Reference InstantSource clock) {
        var desk = new Desk(greetings, archive, tags, calendars, clock);
        list = new GreetingList(desk);
        page = new GreetingPage(desk);
        getContent().addClassNames(Padding.MEDIUM, BoxSizing.BORDER);
        Live.of(this).topics("care").refresh(this::refresh);
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
