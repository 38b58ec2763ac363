// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.platform.Platforms;
import org.huifang.api.platform.RosterSync;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Aside;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Said;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** The courses that are known, and a button that fetches the roster of one from its platform now. */
final class RostersPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient LearnerArchive archive;
    private final transient Platforms platforms;
    private final Zone zone = new Zone(getTranslation("admin.rosters"));
    private final Said said = new Said();
    private final Div list = new Div();
    private transient @Nullable List<Course> shown;

    RostersPart(LearnerArchive archive, Platforms platforms) {
        this.archive = archive;
        this.platforms = platforms;
        zone.show(said, list);
        getContent().add(zone);
    }

    void load() {
        zone.run(() -> {
            var courses = archive.courses(Viewer.current().tenant());
            if (courses.equals(shown)) {
                return;
            }
            shown = courses;
            list.removeAll();
            if (courses.isEmpty()) {
                list.add(Pieces.quiet(getTranslation("admin.rosters.none")));
            }
            var rows = Layouts.list();
            courses.forEach(course -> {
                var sync = new Button(getTranslation("admin.rosters.sync"));
                sync.addThemeVariants(ButtonVariant.LUMO_SMALL);
                sync.setDisableOnClick(true);
                sync.setAriaLabel(getTranslation("admin.rosters.syncof", course.title()));
                sync.addClickListener(click -> sync(course, sync));
                rows.add(Layouts.row(Layouts.line(Pieces.strong(course.title()),
                        Pieces.quiet(getTranslation("admin.rosters.learners", course.learners())), sync)));
            });
            list.add(rows);
        });
    }

    private void sync(Course course, Button button) {
        var tenant = Viewer.current().tenant();
        said.busy(getTranslation("admin.rosters.busy", course.title()));
        Aside.run(this, () -> platforms.syncRoster(tenant, course.id()), result -> {
            button.setEnabled(true);
            switch (result) {
                case RosterSync.Done done ->
                    said.done(getTranslation("admin.rosters.done", course.title(), done.members(),
                            done.joined(), done.left()));
                case RosterSync.NotOffered no ->
                    said.refused(getTranslation("admin.rosters.notoffered", course.title()));
                case RosterSync.Failed failed -> said
                        .refused(getTranslation("admin.rosters.failed", course.title(), failed.reason()));
            }
            load();
        }, () -> {
            button.setEnabled(true);
            said.refused(getTranslation("admin.failed"));
        });
    }
}
