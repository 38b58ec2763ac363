// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive.quality;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Stream;
import org.huifang.api.Page;
import org.huifang.api.archive.FileQuality;
import org.huifang.api.archive.StaleValue;
import org.huifang.api.intake.ListExport;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.ListFiles;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** What to verify next: values out of date, the oldest first. */
final class StaleList extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 20;

    /** A line; only its age ever changes. */
    private static final class Line extends Composite<ListItem> implements MoreList.Row<StaleValue> {
        private static final long serialVersionUID = 1L;

        private final Span age = Pieces.quiet("");

        Line(StaleValue value) {
            Layouts.ruled(getContent());
            getContent().add(Layouts.line(Links.link(value.name(), "files/" + value.learner()),
                    new Span(Words.field(value.field())), age));
        }

        @Override
        public void show(StaleValue value) {
            age.setText(getTranslation("quality.stale.last", Times.day(value.last())));
        }
    }

    private final transient FileQuality quality;
    private final ListFiles files;
    private final Zone zone = new Zone(getTranslation("quality.stale"));
    private final MoreList<StaleValue, Line> list = new MoreList<>(value -> value.learner() + value.field(), Line::new,
            PAGE);

    StaleList(FileQuality quality, @Nullable ListExport export) {
        this.quality = quality;
        files = new ListFiles(export, "stale",
                Stream.of("list.file.name", "quality.file.field", "quality.file.last").map(this::getTranslation)
                        .toList(),
                () -> ListFiles.rows(this::page, value -> List.of(value.name(), Words.field(value.field()),
                        Times.day(value.last()))));
        list.setLabel(getTranslation("quality.stale"));
        getContent().add(zone);
        Paper.never(this);
    }

    void load() {
        zone.run(() -> {
            list.from(this::page);
            if (list.shown() == 0) {
                zone.empty(getTranslation("quality.stale.none"));
            } else {
                zone.show(Pieces.note(getTranslation("quality.stale.why")),
                        Layouts.line(Links.link(getTranslation("quality.stale.files"), "files", "old", 1), files),
                        list);
            }
        });
    }

    private Page<StaleValue> page(@Nullable String after, int limit) {
        return quality.stale(Viewer.current().tenant(), after, limit);
    }
}
