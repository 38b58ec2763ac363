// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.course;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.RosterEntry;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Everybody in the course, by name, with how far they are. */
final class Roster extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 100;

    private final transient LearnerArchive archive;
    private final Zone zone = new Zone(getTranslation("course.roster"));
    private final MoreList<RosterEntry, RosterRow> list = new MoreList<>(RosterEntry::learner,
            entry -> new RosterRow(Objects.requireNonNull(this.course)), PAGE);
    private @Nullable UUID course;

    Roster(LearnerArchive archive) {
        this.archive = archive;
        list.setLabel(getTranslation("course.roster"));
        getContent().add(zone);
    }

    void open(UUID which) {
        course = which;
        zone.run(() -> {
            list.from((after, limit) -> archive.roster(Viewer.current().tenant(), which, after, limit));
            fill();
        });
    }

    void refresh() {
        zone.run(() -> {
            list.refresh();
            fill();
        });
    }

    private void fill() {
        if (list.shown() == 0) {
            zone.empty(getTranslation("course.roster.nobody"));
        } else if (list.getParent().isEmpty()) {
            zone.show(list);
        }
    }
}
