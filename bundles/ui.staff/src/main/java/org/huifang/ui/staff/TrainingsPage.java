// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huifang.api.staff.Agent;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Zone;

/** Which trainings give the right to work on cases, who lacks one, and whose runs out soon. */
final class TrainingsPage extends Composite<Div> implements TeamView.Page {
    private static final long serialVersionUID = 1L;
    private static final int SOON_DAYS = 30;

    private final transient Desk desk;
    private final MultiSelectComboBox<String> required = new MultiSelectComboBox<>();
    private final Zone lacking = new Zone(getTranslation("team.lacking"));
    private final Zone soon = new Zone(getTranslation("team.soon", SOON_DAYS));

    TrainingsPage(Desk desk) {
        this.desk = desk;
        required.setLabel(getTranslation("team.required"));
        required.setItemLabelGenerator(Desk::training);
        required.setAllowCustomValue(true);
        required.setWidth("30rem");
        required.setMaxWidth("100%");
        required.addCustomValueSetListener(event -> {
            var more = new TreeSet<>(required.getValue());
            more.add(Desk.meant(event.getDetail(), known()));
            require(more);
        });
        required.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                require(event.getValue());
            }
        });
        var add = new Zone(getTranslation("team.training.add"));
        add.show(new TrainingForm(desk, null, this::refresh));
        var parts = Layouts.slimColumn(required, lacking, soon, add);
        parts.removeClassName(Gap.SMALL);
        parts.addClassName(Gap.LARGE);
        getContent().add(parts);
    }

    @Override
    public void show(Place place) {
        refresh();
    }

    @Override
    public void refresh() {
        var now = desk.staff().required(Desk.tenant());
        if (!now.equals(required.getValue())) {
            required.setItems(known());
            required.setValue(now);
        }
        required.setHelperText(getTranslation(now.isEmpty() ? "team.required.none" : "team.required.why"));
        lacking.run(() -> list(lacking, desk.agents().stream().filter(agent -> !agent.trained())
                .map(this::lacks).toList(), "team.lacking.none"));
        soon.run(() -> list(soon, desk.agents().stream().flatMap(agent -> expiring(agent).stream()).toList(),
                "team.soon.none"));
    }

    private Set<String> known() {
        var known = new TreeSet<>(Desk.trainings());
        known.addAll(desk.staff().required(Desk.tenant()));
        return known;
    }

    private void list(Zone zone, List<Component> rows, String none) {
        if (rows.isEmpty()) {
            zone.empty(getTranslation(none));
        } else {
            zone.show(rows.toArray(Component[]::new));
        }
    }

    private void require(Set<String> trainings) {
        var before = desk.staff().required(Desk.tenant());
        Set<String> wanted = trainings.stream().filter(each -> !each.isBlank()).collect(Collectors.toSet());
        if (wanted.equals(before)) {
            return;
        }
        desk.staff().require(Desk.tenant(), wanted);
        refresh();
        long without = desk.agents().stream().filter(agent -> !agent.trained()).count();
        UndoNotice.show(getTranslation("team.required.done", without), () -> {
            desk.staff().require(Desk.tenant(), before);
            refresh();
        });
    }

    private Component lacks(Agent agent) {
        return Layouts.line(Links.link(agent.name(), TeamView.PATH + "/" + agent.account()),
                Looks.warning(getTranslation("team.lacks", agent.lacking().stream().sorted().map(Desk::training)
                        .collect(Collectors.joining(getTranslation("team.and"))))));
    }

    private List<Component> expiring(Agent agent) {
        List<Component> rows = new ArrayList<>();
        var today = desk.today();
        Expiring.of(desk.staff().trainings(Desk.tenant(), agent.account()), desk.staff().required(Desk.tenant()), today,
                today.plusDays(SOON_DAYS)).forEach(record -> {
                    var until = record.until();
                    rows.add(Layouts.line(Links.link(agent.name(), TeamView.PATH + "/" + agent.account()),
                            new Span(getTranslation("team.soon.row", Desk.training(record.training()),
                                    until == null ? "" : Times.day(until)))));
                });
        return rows;
    }
}
