// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.events;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.stream.Stream;
import org.huifang.api.events.DeadLetters;
import org.huifang.api.events.Endpoints;
import org.huifang.api.events.Sequences;
import org.huifang.api.events.UnmappedEvents;
import org.huifang.api.identity.Role;
import org.huifang.api.platform.Platforms;
import org.huifang.api.platform.SourceKeeping;
import org.huifang.ui.AdminView;
import org.huifang.ui.Live;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.PageNav;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** First screen: who sends us events, and was anything lost? Behind it: what was not understood, and what goes out. */
@View(path = HooksView.PATH, title = "hooks.title", order = 132, icon = VaadinIcon.EXCHANGE, roles = Role.ADMIN)
@org.osgi.service.component.annotations.Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class HooksView extends Composite<Div> implements AdminView, Navigated {
    static final String PATH = "admin/hooks";
    static final String LETTERS = PATH + "/letters";
    static final String OUT = PATH + "/out";
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private transient List<? extends Part> parts = List.of();
    private Anchor open = new Anchor();

    @Activate
    public HooksView(@Reference SourceKeeping sources, @Reference Platforms platforms, @Reference DeadLetters letters,
            @Reference Sequences sequences, @Reference UnmappedEvents unmapped, @Reference Endpoints endpoints) {
        desk = new Desk(sources, platforms, letters, sequences, unmapped, endpoints);
        Layouts.roomyPage(getContent());
        Live.of(this).topics("events", "platform").refresh(() -> {
            open.setText(letters());
            parts.forEach(Part::load);
        });
    }

    @Override
    public void show(Place place) {
        String page = place.segment(0).orElse("");
        getContent().removeAll();
        getContent().add(pages(page));
        switch (page) {
            case "letters" -> show(new LettersPart(desk, place));
            case "out" -> show(new EndpointsPart(desk), new SendingsPart(desk, place));
            default -> show(new SourcesPart(desk), new GapsPart(desk), new CountsPart(desk));
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
        var pages = new PageNav(getTranslation("hooks.pages"));
        pages.add(getTranslation("hooks.page.in"), PATH, page.isEmpty());
        open = pages.add(letters(), LETTERS, page.equals("letters"));
        pages.add(getTranslation("hooks.page.out"), OUT, page.equals("out"));
        return pages;
    }

    private String letters() {
        return getTranslation("hooks.page.letters", desk.letters().open(Desk.tenant()));
    }
}
