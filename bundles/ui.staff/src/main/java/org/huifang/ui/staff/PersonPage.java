// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.staff.Agent;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Shown;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** One person of the team: what they bring, when they are away, what they have passed, what they answer for. */
final class PersonPage extends Composite<Div> implements TeamView.Page {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone();
    private @Nullable UUID id;
    private final Div head = Layouts.line();
    private final Div passed = Layouts.slimColumn();
    private final transient Shown headed = new Shown();
    private final transient Shown listed = new Shown();
    /** Whose page stands there, with forms that are made once; null while there is none. */
    private @Nullable UUID shown;
    private transient @Nullable ProfileForm profile;
    private transient @Nullable AbsenceList away;

    PersonPage(Desk desk) {
        this.desk = desk;
        getContent().add(zone);
    }

    @Override
    public void show(Place place) {
        id = place.id(0).orElse(null);
        refresh();
    }

    @Override
    public void refresh() {
        zone.run(() -> {
            var agent = id == null ? null : desk.staff().agent(Desk.tenant(), id, desk.today()).orElse(null);
            if (agent == null) {
                shown = null;
                zone.show(new EmptyState(VaadinIcon.USER, getTranslation("team.unknown"),
                        getTranslation("team.unknown.why")));
                return;
            }
            if (!agent.account().equals(shown)) {
                build(agent);
            }
            update(agent);
        });
    }

    private void build(Agent agent) {
        var form = new ProfileForm(desk, agent);
        var list = new AbsenceList(desk, this::refresh);
        profile = form;
        away = list;
        var absences = new Zone(getTranslation("team.part.absences"));
        absences.show(list, new AbsenceForm(desk, agent.account(), this::refresh));
        var trainings = new Zone(getTranslation("team.part.trainings"));
        trainings.show(passed, new TrainingForm(desk, agent.account(), this::refresh));
        var brings = new Zone(getTranslation("team.brings"));
        brings.show(form);
        var parts = Layouts.slimColumn(brings, absences, trainings);
        parts.removeClassName(Gap.SMALL);
        parts.addClassName(Gap.LARGE);
        zone.show(head, parts);
        shown = agent.account();
    }

    /** What is being typed or chosen in the forms stays, whoever changed something. */
    private void update(Agent agent) {
        if (headed.changed(agent.account(), agent.name(), agent.lacking())) {
            head(agent);
        }
        if (profile != null) {
            profile.show(agent);
        }
        if (away != null) {
            away.show(agent.absences());
        }
        var trainings = desk.staff().trainings(Desk.tenant(), agent.account());
        if (listed.changed(trainings, desk.today())) {
            passed.removeAll();
            trainings.forEach(record -> passed.add(new TrainingRow(desk, record, this::refresh)));
        }
    }

    private void head(Agent agent) {
        var name = new H2(agent.name());
        name.addClassNames(FontSize.LARGE, Margin.NONE);
        var lacks = agent.trained()
                ? Pieces.quiet(getTranslation("team.trained"))
                : Looks.warning(getTranslation("team.lacks", agent.lacking().stream().sorted().map(Desk::training)
                        .collect(Collectors.joining(getTranslation("team.and")))));
        head.removeAll();
        head.add(name, lacks,
                Links.link(getTranslation("team.handover.go"), TeamView.PATH + "/handover", "from", agent.account()),
                Links.link(getTranslation("team.part.capacity"), TeamView.PATH + "/capacity", "person",
                        agent.account()));
    }
}
