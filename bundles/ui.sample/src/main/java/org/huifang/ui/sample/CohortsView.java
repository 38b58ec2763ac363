// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.sample;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.UUID;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.identity.Role;
import org.huifang.ui.AdminView;
import org.huifang.ui.Links;
import org.huifang.ui.Live;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.EmptyState;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** How many learners joined this course in which week? The course stands in the URL, so Back and reload keep it. */
@View(path = "cohorts", title = "cohorts.title", order = 900, icon = VaadinIcon.GROUP, roles = {Role.SUPERVISOR,
        Role.ADMIN})
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class CohortsView extends Composite<VerticalLayout> implements AdminView, Navigated {
    private static final long serialVersionUID = 1L;

    private final transient LearnerArchive archive;
    private final Select<Course> choice = new Select<>();
    private final Span total = new Span();
    private final Grid<Cohort> weeks = new Grid<>();
    private @Nullable UUID course;

    @Activate
    public CohortsView(@Reference LearnerArchive archive) {
        this.archive = archive;
        choice.setLabel(getTranslation("cohorts.course"));
        choice.setItemLabelGenerator(Course::title);
        choice.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Links.go("cohorts", "course", event.getValue().id());
            }
        });
        weeks.addColumn(Cohort::week).setHeader(getTranslation("cohorts.week"));
        weeks.addColumn(Cohort::learners).setHeader(getTranslation("cohorts.learners"));
        weeks.setAllRowsVisible(true);
        Live.of(this).topics("archive").refresh(this::load);
    }

    @Override
    public void show(Place place) {
        course = place.queryId("course").orElse(null);
        load();
    }

    private void load() {
        var tenant = Viewer.current().tenant();
        var courses = archive.courses(tenant);
        getContent().removeAll();
        if (courses.isEmpty()) {
            getContent().add(new EmptyState(VaadinIcon.GROUP, getTranslation("cohorts.none"),
                    getTranslation("cohorts.none.why")));
            return;
        }
        var chosen = courses.stream().filter(one -> one.id().equals(course)).findFirst().orElse(courses.getFirst());
        List<Cohort> cohorts = Cohort.of(archive, tenant, chosen.id());
        choice.setItems(courses);
        choice.setValue(chosen);
        weeks.setItems(cohorts);
        total.setText(
                getTranslation("cohorts.total", cohorts.stream().mapToLong(Cohort::learners).sum(), cohorts.size()));
        var meaning = new Button(getTranslation("cohorts.meaning"), _ -> explain());
        meaning.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        getContent().add(choice, total, weeks, meaning);
    }

    private void explain() {
        var dialog = new Dialog(getTranslation("cohorts.meaning"));
        dialog.add(new Paragraph(getTranslation("cohorts.meaning.text")));
        dialog.getFooter().add(new Button(getTranslation("cohorts.meaning.close"), _ -> dialog.close()));
        dialog.setWidth("24rem");
        dialog.open();
    }
}
