// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.course;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Whitespace;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.ticket.AreaCount;
import org.huifang.api.ticket.CourseChange;
import org.huifang.api.ticket.CourseChanges;
import org.huifang.api.ticket.Tickets;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/**
 * What learners of the course find wrong, by area, and what is changed for it (A46). Never who said it, nor their words;
 * of few learners nothing is counted, for a
 * teacher would know them.
 */
final class Issues extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    /** From so many learners on their tickets are counted; five tickets may be one learner's. */
    private static final int FEW = 5;

    private record Shown(List<AreaCount> areas, List<CourseChange> changes) {}

    private final transient @Nullable Tickets tickets;
    private final transient @Nullable CourseChanges changes;
    private final Zone zone = new Zone(getTranslation("course.issues"));
    private @Nullable UUID course;
    private transient @Nullable Shown shown;

    Issues(@Nullable Tickets tickets, @Nullable CourseChanges changes) {
        this.tickets = tickets;
        this.changes = changes;
        getContent().add(zone);
    }

    void open(UUID which) {
        course = which;
        shown = null;
        refresh();
    }

    void refresh() {
        var which = Objects.requireNonNull(course, "opened before");
        if (tickets == null || changes == null) {
            shown = null;
            zone.empty(getTranslation("course.issues.away"));
            return;
        }
        zone.run(() -> {
            var tenant = Viewer.current().tenant();
            var now = new Shown(tickets.areas(tenant, which).stream().filter(area -> area.open() > 0).toList(),
                    ofCourse(changes.all(tenant, null, null), which));
            if (now.equals(shown)) {
                return;
            }
            shown = now;
            if (now.areas.isEmpty() && now.changes.isEmpty()) {
                zone.empty(getTranslation("course.issues.none"));
            } else {
                zone.show(Layouts.column(areas(now.areas), Layouts.list(now.changes.stream().map(this::change)
                        .toArray(Component[]::new))));
            }
        });
    }

    private Paragraph areas(List<AreaCount> areas) {
        var sentence = new Paragraph(areas.isEmpty()
                ? getTranslation("course.issues.nothing")
                : String.join(getTranslation("course.issues.separator"), areas.stream().map(this::area).toList()));
        sentence.addClassName(Margin.NONE);
        return sentence;
    }

    static boolean few(AreaCount area) {
        return area.learners() < FEW;
    }

    /** What is changed for this course, or for all. */
    static List<CourseChange> ofCourse(List<CourseChange> all, UUID which) {
        return all.stream().filter(change -> change.course() == null || which.equals(change.course())).toList();
    }

    private String area(AreaCount area) {
        return few(area)
                ? getTranslation("course.issues.few", Words.of(area.area()), FEW)
                : getTranslation("course.issues.open", Words.of(area.area()), area.open());
    }

    private Component change(CourseChange change) {
        var what = new Paragraph(change.what());
        what.addClassNames(Margin.NONE, Whitespace.PRE_LINE);
        var line = Layouts.line(Pieces.strong(change.title()), Pieces.quiet(Words.of(change.area())),
                new Span(when(change)));
        return change.what().isBlank() ? Layouts.row(line) : Layouts.row(line, what);
    }

    private String when(CourseChange change) {
        if (change.released() != null) {
            return getTranslation("course.change.out", Times.day(change.released()));
        }
        return change.planned() == null
                ? getTranslation("course.change.open")
                : getTranslation("course.change.planned", Times.day(change.planned()));
    }
}
