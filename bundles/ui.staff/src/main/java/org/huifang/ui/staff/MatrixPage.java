// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.TextAlignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.staff.Agent;
import org.huifang.api.staff.Staff;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Shown;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Courses by people: who answers for a course, and who calls its learners. Nothing is without somebody. */
final class MatrixPage extends Composite<Div> implements TeamView.Page {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone();
    private final transient Shown shown = new Shown();
    private final Select<UUID> person = new Select<>();

    MatrixPage(Desk desk) {
        this.desk = desk;
        person.setLabel(getTranslation("team.matrix.whose"));
        person.setEmptySelectionAllowed(true);
        person.setEmptySelectionCaption(getTranslation("team.matrix.all"));
        person.setItemLabelGenerator(id -> id == null ? getTranslation("team.matrix.all") : desk.name(id));
        person.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Links.go(TeamView.PATH + "/responsibilities", "person", event.getValue());
            }
        });
        getContent().add(Layouts.slimColumn(Layouts.line(person), zone));
    }

    @Override
    public void show(Place place) {
        shown.forget();
        var people = desk.people();
        person.setItems(people.keySet());
        person.setValue(place.queryId("person").filter(people::containsKey).orElse(null));
        refresh();
    }

    @Override
    public void refresh() {
        boolean worked = zone.run(() -> {
            var people = desk.people();
            var courses = desk.courses();
            var agents = desk.agents().stream()
                    .filter(agent -> person.getValue() == null || agent.account().equals(person.getValue())).toList();
            if (!shown.changed(people, courses, agents, desk.staff().responsibilities(Desk.tenant()),
                    person.getValue())) {
                return;
            }
            var table = new NativeTable();
            Looks.table(table, getTranslation("team.part.responsibilities"));
            var head = table.getHead().addRow();
            Looks.head(head.addHeaderCell(), getTranslation("team.course"), TextAlignment.LEFT);
            Looks.head(head.addHeaderCell(), getTranslation("team.answers"), TextAlignment.LEFT);
            agents.forEach(agent -> Looks.head(head.addHeaderCell(), agent.name(), TextAlignment.CENTER));
            row(table.getBody().addRow(), null, getTranslation("team.allcourses"), people, agents);
            List<UUID> left = new ArrayList<>(courses.keySet());
            if (person.getValue() != null) {
                left.removeIf(course -> agents.stream().noneMatch(agent -> agent.courses().contains(course))
                        && !desk.staff().responsible(Desk.tenant(), course).equals(
                                java.util.Optional.of(person.getValue())));
            }
            left.forEach(
                    course -> row(table.getBody().addRow(), course, courses.getOrDefault(course, ""), people, agents));
            zone.show(Looks.scrolling(table),
                    Pieces.quiet(getTranslation("team.matrix.count", left.size(), courses.size())),
                    Pieces.quiet(getTranslation("team.matrix.why")));
        });
        if (!worked) {
            shown.forget();
        }
    }

    private void row(NativeTableRow row, @Nullable UUID course, String title, Map<UUID, String> people,
            List<Agent> agents) {
        Looks.row(row.addHeaderCell(), title);
        Looks.cell(row.addDataCell(), TextAlignment.LEFT, answers(course, title, people));
        for (Agent agent : agents) {
            Looks.cell(row.addDataCell(), TextAlignment.CENTER, course == null ? new Span() : calls(agent, course));
        }
    }

    private Component calls(Agent agent, UUID course) {
        if (!agent.serves(course)) {
            return Pieces.quiet("–");
        }
        var icon = Pieces.icon(VaadinIcon.PHONE);
        icon.getElement().removeAttribute("aria-hidden");
        icon.getElement().setAttribute("role", "img");
        icon.getElement().setAttribute("aria-label", getTranslation("team.matrix.calls"));
        return icon;
    }

    private Select<UUID> answers(@Nullable UUID course, String title, Map<UUID, String> people) {
        var key = course == null ? Staff.ALL_COURSES : course;
        var named = desk.staff().responsibilities(Desk.tenant()).get(key);
        var standing = desk.staff().responsible(Desk.tenant(), course).map(desk::name)
                .orElseGet(() -> getTranslation("team.nobody"));
        var otherwise = getTranslation("team.matrix.otherwise", standing);
        var select = new Select<UUID>();
        select.setWidth("17rem");
        select.setItems(people.keySet());
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(named == null ? otherwise : getTranslation("team.matrix.noword"));
        select.setItemLabelGenerator(id -> id == null ? otherwise : people.getOrDefault(id, ""));
        select.setAriaLabel(getTranslation("team.matrix.of", title));
        if (named != null && people.containsKey(named)) {
            select.setValue(named);
        }
        select.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                desk.staff().setResponsible(Desk.tenant(), course, event.getValue());
                refresh();
                UndoNotice.show(getTranslation("team.matrix.done", title), () -> {
                    desk.staff().setResponsible(Desk.tenant(), course, named);
                    refresh();
                });
            }
        });
        return select;
    }
}
