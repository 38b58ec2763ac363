// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.course;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.RosterEntry;
import org.huifang.api.platform.CourseGroups;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.MoreList;
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
    private @Nullable UUID course;
    private String group = "";

    Roster(LearnerArchive archive, @Nullable CourseGroups groups) {
        this.archive = archive;
        this.groups = groups;
        list.setLabel(getTranslation("course.roster"));
        getContent().add(zone);
    }

    /** @param wanted the id of a group, empty for everybody */
    void open(UUID which, String wanted) {
        course = which;
        group = wanted;
        zone.run(() -> {
            offer(which);
            list.from((after, limit) -> page(which, after, limit));
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

    private Page<RosterEntry> page(UUID which, @Nullable String after, int limit) {
        TenantId tenant = Viewer.current().tenant();
        return groups == null || group.isEmpty()
                ? archive.roster(tenant, which, after, limit)
                : archive.roster(tenant, which, groups.learners(tenant, which, group), after, limit);
    }

    private void fill() {
        if (list.shown() > 0) {
            // put there anew with each change, a choice that is open would close under the pointer
            if (list.getParent().isEmpty()) {
                zone.show(choice, list);
            }
        } else if (group.isEmpty()) {
            zone.empty(getTranslation("course.roster.nobody"));
        } else {
            zone.empty(getTranslation("course.group.nobody"),
                    Links.link(getTranslation("course.group.all"), "course/" + course));
        }
    }
}
