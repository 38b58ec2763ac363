// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.course;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.MaxWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.evaluation.Evaluation;
import org.huifang.api.identity.Role;
import org.huifang.api.intake.ListExport;
import org.huifang.api.platform.CourseGroups;
import org.huifang.api.revisit.Revisits;
import org.huifang.api.ticket.CourseChanges;
import org.huifang.api.ticket.Tickets;
import org.huifang.ui.AdminView;
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
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * First screen: how is my course doing, and is anybody in it falling behind? Shows the course of the launch and no other,
 * and never what a learner answered or said beside a name.
 */
@View(path = "course", title = "course.title", order = 10, icon = VaadinIcon.ACADEMY_CAP, roles = Role.INSTRUCTOR, frame = true)
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class CourseView extends Composite<Div> implements AdminView, Navigated {
    private static final long serialVersionUID = 1L;

    private final Pulse pulse;
    private final Roster roster;
    private final LearnerPage learner;
    private final Issues issues;
    private @Nullable UUID course;
    private @Nullable UUID opened;
    private Registration live = () -> {
        // nothing is followed yet
    };

    @Activate
    public CourseView(@Reference LearnerArchive archive,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Revisits revisits,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Evaluation evaluation,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable CourseGroups groups,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable ListExport export,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Tickets tickets,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable CourseChanges changes) {
        pulse = new Pulse(archive, revisits, evaluation);
        roster = new Roster(archive, groups, export);
        learner = new LearnerPage(archive, revisits);
        issues = new Issues(tickets, changes);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE, Padding.MEDIUM,
                MaxWidth.SCREEN_LARGE, BoxSizing.BORDER);
    }

    @Override
    public void show(Place place) {
        var launch = Viewer.current().launch();
        var own = launch == null ? null : launch.course();
        live.remove();
        live = Live.of(this).topics("archive", "revisit", "evaluation", "ticket").course(own).refresh(this::refresh);
        course = place.segments().isEmpty() ? own : place.id(0).orElse(null);
        opened = place.segment(1).filter("learner"::equals).flatMap(unused -> place.id(2)).orElse(null);
        getContent().removeAll();
        if (own == null || !Objects.equals(own, course)) {
            course = null;
            getContent().add(new EmptyState(VaadinIcon.LOCK, getTranslation("course.notyours"),
                    getTranslation("course.notyours.why")));
        } else if (opened == null) {
            getContent().add(pulse, issues, roster);
            pulse.open(own);
            issues.open(own);
            roster.open(own, place.query("group").orElse(""));
        } else {
            getContent().add(learner);
            learner.open(own, opened);
        }
    }

    private void refresh() {
        if (course == null) {
            return;
        }
        if (opened == null) {
            pulse.refresh();
            issues.refresh();
            roster.refresh();
        } else {
            learner.refresh();
        }
    }
}
