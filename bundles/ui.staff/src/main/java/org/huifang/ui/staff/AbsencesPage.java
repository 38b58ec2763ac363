// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.Comparator;
import org.huifang.api.staff.Absence;
import org.huifang.ui.Place;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Zone;

/** Who is away, now and later, and whether somebody covers. */
final class AbsencesPage extends Composite<Div> implements TeamView.Page {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone();
    private final AbsenceList list;

    AbsencesPage(Desk desk) {
        this.desk = desk;
        list = new AbsenceList(desk, this::refresh);
        zone.show(new AbsenceForm(desk, null, this::refresh), list, Pieces.quiet(getTranslation("team.absence.why")));
        getContent().add(zone);
    }

    @Override
    public void show(Place place) {
        refresh();
    }

    @Override
    public void refresh() {
        zone.run(() -> list.show(desk.agents().stream().flatMap(agent -> agent.absences().stream())
                .sorted(Comparator.comparing(Absence::from).thenComparing(Absence::id)).toList()));
    }
}
