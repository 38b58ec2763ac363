// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Flex;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.MinWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.Likeness;
import org.huifang.api.archive.Relations;
import org.huifang.api.archive.Study;
import org.huifang.api.intake.ListExport;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Revisits;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** One file: who this is, what is known with source and age, the courses, what is owed, and what happened. */
final class FilePage extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private record Shown(LearnerFile file, List<Study> studies, List<Obligation> owed, List<Likeness> alike,
            @Nullable LocalDate at) {}

    private final transient Desk desk;
    private final transient @Nullable Revisits revisits;
    private final FileHead head;
    private final AtAGlance glance;
    private final KeeperLine keeper;
    private final Facts facts;
    private final Courses courses;
    private final People people;
    private final Timeline timeline;
    private final Zone zone = new Zone();
    private @Nullable UUID learner;
    private @Nullable LocalDate at;
    private transient @Nullable Shown shown;

    FilePage(Desk desk, Relations relations, @Nullable Revisits revisits, AtAGlance glance, KeeperLine keeper,
            @Nullable ListExport export) {
        this.glance = glance;
        this.keeper = keeper;
        this.desk = desk;
        this.revisits = revisits;
        head = new FileHead(desk, this::refresh);
        facts = new Facts(desk, this::refresh);
        courses = new Courses(revisits != null);
        people = new People(desk, relations, this::refresh);
        timeline = new Timeline(desk, export);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
        var back = Links.link(getTranslation("files.back"), "files");
        back.addClassName(Padding.Vertical.XSMALL);
        getContent().add(back, zone);
    }

    /** @param day the last day that is still taken into account, or null for now */
    void open(@Nullable UUID who, String kind, @Nullable LocalDate day) {
        if (!Objects.equals(who, learner) || !Objects.equals(day, at)) {
            shown = null;
        }
        learner = who;
        at = day;
        head.kind(kind);
        timeline.choose(who, kind, day, until());
        refresh();
    }

    void refresh() {
        zone.run(() -> {
            var tenant = Viewer.current().tenant();
            var file = file(tenant).orElse(null);
            if (file == null) {
                shown = null;
                zone.show(new EmptyState(VaadinIcon.FOLDER_O,
                        getTranslation(at == null ? "files.unknown" : "files.asof.none"),
                        getTranslation(at == null ? "files.unknown.why" : "files.asof.none.why"))
                        .action(Links.link(getTranslation(at == null ? "files.back" : "files.asof.now"),
                                at == null ? "files" : "files/" + learner)));
                return;
            }
            boolean past = at != null;
            var now = new Shown(file, past ? List.of() : desk.keeping().studies(tenant, file.id()),
                    revisits == null || past ? List.of() : revisits.of(tenant, file.parts()),
                    past ? List.of() : desk.keeping().alike(tenant, file.id()), at);
            if (shown == null) {
                frame();
            }
            if (!now.equals(shown)) {
                shown = now;
                head.show(file, at, now.alike);
                facts.show(file, past);
                courses.show(file, now.studies, now.owed, past);
            }
            if (past) {
                glance.setVisible(false);
            } else {
                glance.show(file, now.owed);
            }
            people.show(file, past);
            keeper.show(file.id(), past);
            timeline.refresh(file);
        });
    }

    /** The files that are shown as this one, or the one that was asked for and is not there. */
    Set<UUID> parts() {
        var now = shown;
        return now != null ? Set.copyOf(now.file.parts()) : learner == null ? Set.of() : Set.of(learner);
    }

    private Optional<LearnerFile> file(TenantId tenant) {
        if (learner == null) {
            return Optional.empty();
        }
        var until = until();
        return until == null
                ? desk.archive().file(tenant, learner)
                : desk.keeping().asOf(tenant, learner, until);
    }

    /** The end of the day in the zone of who looks. */
    private @Nullable Instant until() {
        return at == null ? null : at.plusDays(1).atStartOfDay(Times.zone()).toInstant();
    }

    private void frame() {
        var left = new Div(facts, people, courses);
        left.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE, Flex.ONE, MinWidth.NONE);
        timeline.addClassNames(Flex.ONE, MinWidth.NONE);
        var columns = new Div(left, timeline);
        columns.addClassNames(Display.FLEX, FlexDirection.COLUMN, FlexDirection.Breakpoint.Large.ROW, Gap.XLARGE);
        zone.show(head, glance, keeper, columns);
    }
}
