// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.staff.Agent;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** One person of the team: what they bring, when they are away, what they have passed, what they answer for. */
final class PersonPage extends Composite<Div> implements TeamView.Page {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone();
    private @Nullable UUID id;
    private transient @Nullable Agent shown;

    PersonPage(Desk desk) {
        this.desk = desk;
        getContent().add(zone);
    }

    @Override
    public void show(Place place) {
        id = place.id(0).orElse(null);
        shown = null;
        refresh();
    }

    @Override
    public void refresh() {
        zone.run(() -> {
            var agent = id == null ? null : desk.staff().agent(Desk.tenant(), id, desk.today()).orElse(null);
            if (agent == null) {
                zone.show(new EmptyState(VaadinIcon.USER, getTranslation("team.unknown"),
                        getTranslation("team.unknown.why")));
            } else if (!agent.equals(shown)) {
                // what is being typed into a form is not made anew by somebody else's change of load
                shown = agent;
                build(agent);
            }
        });
    }

    private void build(Agent agent) {
        var name = new H2(agent.name());
        name.addClassNames(FontSize.LARGE, Margin.NONE);
        var lacks = agent.trained()
                ? Pieces.quiet(getTranslation("team.trained"))
                : Looks.warning(getTranslation("team.lacks", agent.lacking().stream().sorted().map(Desk::training)
                        .collect(Collectors.joining(getTranslation("team.and")))));
        var away = new AbsenceList(desk, this::again);
        away.show(agent.absences());
        var absences = new Zone(getTranslation("team.part.absences"));
        absences.show(away, new AbsenceForm(desk, agent.account(), this::again));
        var trainings = new Zone(getTranslation("team.part.trainings"));
        trainings.show(Stream.concat(
                desk.staff().trainings(Desk.tenant(), agent.account()).stream()
                        .map(record -> (Component) new TrainingRow(desk, record, this::again)),
                Stream.of(new TrainingForm(desk, agent.account(), this::again))).toArray(Component[]::new));
        var profile = new Zone(getTranslation("team.brings"));
        profile.show(new ProfileForm(desk, agent));
        var parts = Layouts.slimColumn(profile, absences, trainings);
        parts.removeClassName(Gap.SMALL);
        parts.addClassName(Gap.LARGE);
        zone.show(Layouts.line(name, lacks,
                Links.link(getTranslation("team.handover.go"), TeamView.PATH + "/handover", "from", agent.account()),
                Links.link(getTranslation("team.part.capacity"), TeamView.PATH + "/capacity", "person",
                        agent.account())),
                parts);
    }

    private void again() {
        shown = null;
        refresh();
    }
}
