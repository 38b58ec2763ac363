// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.UUID;
import org.huifang.api.ticket.CourseChange;
import org.huifang.ui.Links;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** What is changed so that problems come no more, and whether they do. */
final class ChangeList extends Composite<Div> implements TicketsView.Page {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone(getTranslation("tickets.changes"));
    private transient @Nullable List<CourseChange> shown;

    ChangeList(Desk desk) {
        this.desk = desk;
        getContent().add(Layouts.line(Back.link(getTranslation("tickets.back")),
                Links.link(getTranslation("tickets.change.new"), TicketsView.CHANGES + "/" + UUID.randomUUID())), zone);
    }

    @Override
    public void refresh() {
        zone.run(() -> {
            var changes = desk.changes().all(Desk.tenant(), null, null);
            if (changes.equals(shown)) {
                return;
            }
            shown = changes;
            if (changes.isEmpty()) {
                zone.show(new EmptyState(VaadinIcon.WRENCH, getTranslation("tickets.changes.none"),
                        getTranslation("tickets.changes.none.why")));
                return;
            }
            var rows = Layouts.slimColumn();
            changes.forEach(change -> rows.add(row(change)));
            zone.show(rows);
        });
    }

    private Div row(CourseChange change) {
        var course = desk.course(change.course());
        var planned = change.planned();
        var released = change.released();
        return Layouts.slimColumn(Layouts.line(Links.link(change.title(), TicketsView.CHANGES + "/" + change.id()),
                Pieces.quiet(Words.of(change.area())
                        + (change.code().isEmpty() ? "" : " · " + desk.code(change.area(), change.code()))
                        + (course == null ? "" : " · " + course)),
                Pieces.quiet(getTranslation("tickets.owner.is", desk.name(change.owner()))),
                Pieces.quiet(released != null
                        ? getTranslation("tickets.change.released", Times.day(released))
                        : planned != null
                                ? getTranslation("tickets.change.planned", Times.day(planned))
                                : getTranslation("tickets.change.unplanned"))),
                Pieces.quiet(RecurrenceLine.text(desk.changes().recurrence(Desk.tenant(), change.id()))));
    }
}
