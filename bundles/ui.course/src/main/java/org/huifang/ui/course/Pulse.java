// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.course;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.evaluation.Evaluation;
import org.huifang.api.evaluation.Reading;
import org.huifang.api.revisit.Revisits;
import org.huifang.api.revisit.State;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** The course in one sentence, and its measures with n and interval. */
final class Pulse extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient LearnerArchive archive;
    private final transient @Nullable Revisits revisits;
    private final transient @Nullable Evaluation evaluation;
    private final H2 title = new H2();
    private final Span dates = new Span();
    private final Paragraph sentence = new Paragraph();
    private final Zone head = new Zone();
    private final Zone measures = new Zone(getTranslation("course.measures"));
    private final Span asOf = new Span();
    private final Map<String, Measure> shown = new LinkedHashMap<>();
    private @Nullable UUID course;

    Pulse(LearnerArchive archive, @Nullable Revisits revisits, @Nullable Evaluation evaluation) {
        this.archive = archive;
        this.revisits = revisits;
        this.evaluation = evaluation;
        title.addClassNames(FontSize.XLARGE, Margin.NONE);
        dates.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        asOf.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        sentence.addClassNames(FontSize.LARGE, Margin.Vertical.SMALL);
        sentence.getElement().setAttribute("aria-live", "polite");
        head.show(title, dates, sentence);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE);
        getContent().add(head, measures);
    }

    void open(UUID which) {
        course = which;
        refresh();
    }

    void refresh() {
        var which = Objects.requireNonNull(course, "opened before");
        head.run(() -> head(which));
        if (evaluation == null) {
            measures.empty(getTranslation("course.measures.away"));
        } else {
            measures.run(() -> measures(evaluation, which));
        }
    }

    private void head(UUID which) {
        var tenant = Viewer.current().tenant();
        archive.course(tenant, which).ifPresent(found -> {
            title.setText(found.title());
            dates.setText(dates(found));
        });
        if (revisits == null) {
            sentence.setText(getTranslation("course.sentence.away"));
            return;
        }
        var rows = revisits.ledger(tenant, which).rows();
        var done = rows.stream().mapToLong(row -> row.count(State.DONE)).sum();
        var waiting = rows.stream().mapToLong(row -> row.count(State.DUE)).sum();
        var late = rows.stream().mapToLong(row -> row.count(State.OVERDUE)).sum();
        var owed = rows.stream().mapToLong(row -> row.owed()).sum();
        sentence.setText(owed == 0
                ? getTranslation("course.sentence.nobody")
                : getTranslation("course.sentence", owed, done, waiting, late));
    }

    private String dates(Course found) {
        return found.start() == null || found.end() == null
                ? getTranslation("course.learners", found.learners())
                : getTranslation("course.dates", Times.day(found.start()), Times.day(found.end()), found.learners());
    }

    private void measures(Evaluation from, UUID which) {
        var readings = from.readings(Viewer.current().tenant(), which);
        Map<String, List<Reading>> byMeasure = readings.readings().stream()
                .collect(Collectors.groupingBy(Reading::metric, LinkedHashMap::new, Collectors.toList()));
        if (byMeasure.isEmpty()) {
            shown.clear();
            measures.empty(getTranslation("course.measures.none"));
            return;
        }
        if (!List.copyOf(shown.keySet()).equals(List.copyOf(byMeasure.keySet()))) {
            shown.clear();
            byMeasure.keySet().forEach(name -> shown.put(name, new Measure(name)));
            measures.show(new Div(shown.values().toArray(Measure[]::new)), asOf);
        }
        byMeasure.forEach((name, of) -> Objects.requireNonNull(shown.get(name)).show(of));
        asOf.setText(getTranslation("course.asof", Times.stamp(readings.asOf())));
    }
}
