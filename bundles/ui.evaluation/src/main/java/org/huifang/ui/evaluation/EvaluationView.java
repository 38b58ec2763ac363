// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.evaluation;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.MaxWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.evaluation.Evaluation;
import org.huifang.api.evaluation.Reading;
import org.huifang.api.evaluation.Readings;
import org.huifang.api.identity.Role;
import org.huifang.ui.AdminView;
import org.huifang.ui.Links;
import org.huifang.ui.Live;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** First screen: do the revisits happen, in time, and are the learners content? */
@View(path = "evaluation", title = "evaluation.title", order = 40, icon = VaadinIcon.CHART_LINE, roles = Role.SUPERVISOR)
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class EvaluationView extends Composite<Div> implements AdminView, Navigated {
    private static final long serialVersionUID = 1L;

    private final transient LearnerArchive archive;
    private final transient Evaluation evaluation;
    private final Select<UUID> courses = new Select<>();
    private final Span asOf = new Span();
    private final Zone filter = new Zone();
    private final Zone measures = new Zone();
    private final transient Map<UUID, String> titles = new LinkedHashMap<>();
    private final Map<String, Measure> shown = new LinkedHashMap<>();
    private @Nullable UUID course;

    @Activate
    public EvaluationView(@Reference LearnerArchive archive, @Reference Evaluation evaluation) {
        this.archive = archive;
        this.evaluation = evaluation;
        courses.setAriaLabel(getTranslation("evaluation.course"));
        courses.setEmptySelectionAllowed(true);
        courses.setEmptySelectionCaption(getTranslation("evaluation.allcourses"));
        courses.setItemLabelGenerator(
                id -> id == null ? getTranslation("evaluation.allcourses") : titles.getOrDefault(id, ""));
        courses.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Links.go("evaluation", "course", event.getValue());
            }
        });
        asOf.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        var sentence = new Div(new Span(getTranslation("evaluation.sentence")), courses, asOf);
        sentence.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.SMALL);
        filter.show(sentence);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM, Padding.MEDIUM,
                MaxWidth.SCREEN_XLARGE, BoxSizing.BORDER);
        getContent().add(filter, measures);
        Live.of(this).topics("evaluation", "archive").refresh(this::refresh);
    }

    @Override
    public void show(Place place) {
        course = place.queryId("course").orElse(null);
        refresh();
    }

    private void refresh() {
        filter.run(this::choices);
        measures.run(() -> fill(evaluation.readings(Viewer.current().tenant(), course)));
    }

    private void choices() {
        var before = List.copyOf(titles.keySet());
        titles.clear();
        archive.courses(Viewer.current().tenant()).forEach(c -> titles.put(c.id(), c.title()));
        if (!before.equals(List.copyOf(titles.keySet()))) {
            courses.setItems(titles.keySet());
        }
        if (!Objects.equals(courses.getValue(), course)) {
            courses.setValue(course);
        }
    }

    private void fill(Readings readings) {
        asOf.setText(getTranslation("evaluation.asof", Times.stamp(readings.asOf())));
        Map<String, List<Reading>> byMeasure = readings.readings().stream()
                .collect(Collectors.groupingBy(Reading::metric, LinkedHashMap::new, Collectors.toList()));
        if (byMeasure.isEmpty()) {
            shown.clear();
            measures.show(new EmptyState(VaadinIcon.CHART_LINE, getTranslation("evaluation.nothing"),
                    getTranslation("evaluation.nothing.why")));
            return;
        }
        if (!List.copyOf(shown.keySet()).equals(List.copyOf(byMeasure.keySet()))) {
            shown.clear();
            byMeasure.keySet().forEach(name -> shown.put(name, new Measure(name)));
            measures.show(shown.values().toArray(Measure[]::new));
        }
        byMeasure.forEach((name, of) -> Objects.requireNonNull(shown.get(name)).show(of));
    }
}
