// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.course;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.RosterEntry;
import org.huifang.api.intake.ListExport;
import org.huifang.api.platform.CourseGroups;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.ListFiles;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Everybody in the course or in one of its groups, by name, with how far they are. */
final class Roster extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 100;

    private final transient LearnerArchive archive;
    private final transient @Nullable CourseGroups groups;
    private final Zone zone = new Zone(getTranslation("course.roster"));
    private final GroupChoice choice = new GroupChoice(this::chosen);
    private final MoreList<RosterEntry, RosterRow> list = new MoreList<>(RosterEntry::learner,
            entry -> new RosterRow(Objects.requireNonNull(this.course)), PAGE);
    private final ListFiles files;
    private @Nullable UUID course;
    private String group = "";

    Roster(LearnerArchive archive, @Nullable CourseGroups groups, @Nullable ListExport export) {
        this.archive = archive;
        this.groups = groups;
        list.setLabel(getTranslation("course.roster"));
        files = new ListFiles(export, "roster", Stream.of("course.file.name", "course.file.stage", "course.progress",
                "course.file.last").map(this::getTranslation).toList(), this::exported);
        getContent().add(zone);
    }

    /** @param wanted the id of a group, empty for everybody */
    void open(UUID which, String wanted) {
        course = which;
        group = wanted;
        zone.run(() -> {
            offer(which);
            list.from((after, limit) -> page(which, group, after, limit));
            fill();
        });
    }

    void refresh() {
        zone.run(() -> {
            offer(Objects.requireNonNull(course));
            list.refresh();
            fill();
        });
    }

    private void offer(UUID which) {
        if (groups != null) {
            choice.show(groups.of(Viewer.current().tenant(), which), group);
        }
    }

    private void chosen(String id) {
        Links.rewrite("course/" + course, "group", id);
        open(Objects.requireNonNull(course), id);
    }

    private Page<RosterEntry> page(UUID which, String only, @Nullable String after, int limit) {
        TenantId tenant = Viewer.current().tenant();
        return groups == null || only.isEmpty()
                ? archive.roster(tenant, which, after, limit)
                : archive.roster(tenant, which, groups.learners(tenant, which, only), after, limit);
    }

    private Iterator<List<String>> exported() {
        var which = Objects.requireNonNull(course);
        var only = group;
        return ListFiles.rows((after, limit) -> page(which, only, after, limit), entry -> {
            var last = entry.enrolment().lastActivity();
            return List.of(entry.name(), Words.of(entry.enrolment().stage()), entry.enrolment().progress() + "%",
                    last == null ? "" : Times.stamp(last));
        });
    }

    private void fill() {
        if (list.shown() > 0) {
            // put there anew with each change, a choice that is open would close under the pointer
            if (list.getParent().isEmpty()) {
                zone.show(choice, files, list);
            }
        } else if (group.isEmpty()) {
            zone.empty(getTranslation("course.roster.nobody"));
        } else {
            zone.empty(getTranslation("course.group.nobody"),
                    Links.link(getTranslation("course.group.all"), "course/" + course));
        }
    }
}
