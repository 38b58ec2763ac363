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
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Revisits;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** One file: what is known with source and age, the courses, what is owed, and what happened. */
final class FilePage extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private record Shown(LearnerFile file, List<Obligation> owed) {}

    private final transient LearnerArchive archive;
    private final transient @Nullable Revisits revisits;
    private final Facts facts;
    private final Timeline timeline;
    private final Zone zone = new Zone();
    private @Nullable UUID learner;
    private transient @Nullable Shown shown;

    FilePage(LearnerArchive archive, @Nullable Revisits revisits, InstantSource clock) {
        this.archive = archive;
        this.revisits = revisits;
        facts = new Facts(clock, revisits != null);
        timeline = new Timeline(archive);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
        var back = Links.link(getTranslation("files.back"), "files");
        back.addClassName(Padding.Vertical.XSMALL);
        getContent().add(back, zone);
    }

    void open(@Nullable UUID who, String kind) {
        if (!Objects.equals(who, learner)) {
            shown = null;
        }
        learner = who;
        timeline.choose(who, kind);
        refresh();
    }

    void refresh() {
        zone.run(() -> {
            var tenant = Viewer.current().tenant();
            var file = learner == null ? null : archive.file(tenant, learner).orElse(null);
            if (file == null) {
                shown = null;
                zone.show(new EmptyState(VaadinIcon.FOLDER_O, getTranslation("files.unknown"),
                        getTranslation("files.unknown.why")));
                return;
            }
            var now = new Shown(file, revisits == null ? List.of() : revisits.of(tenant, file.parts()));
            if (shown == null) {
                frame();
            }
            if (!now.equals(shown)) {
                shown = now;
                facts.show(now.file, now.owed);
            }
            timeline.refresh(now.file);
        });
    }

    private void frame() {
        var columns = new Div(facts, timeline);
        columns.addClassNames(Display.FLEX, FlexDirection.COLUMN, FlexDirection.Breakpoint.Large.ROW, Gap.XLARGE);
        facts.addClassNames(Flex.ONE, MinWidth.NONE);
        timeline.addClassNames(Flex.ONE, MinWidth.NONE);
        zone.show(columns);
    }
}
