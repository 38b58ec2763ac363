// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.Page;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Happened;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** What happened, newest first, of all kinds or one; the kind stands in the URL. */
final class Timeline extends Composite<Div> implements HasStyle {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient LearnerArchive archive;
    private final Zone zone = new Zone(getTranslation("files.timeline"));
    private final Select<FactKind> kinds = new Select<>();
    private final Div none = new Div();
    private final MoreList<TimelineEntry, Happened> list = new MoreList<>(TimelineEntry::id,
            entry -> new Happened(entry, title(entry.course()), Happened.Detail.ALL), PAGE);
    private transient Map<UUID, String> titles = Map.of();
    private @Nullable UUID learner;
    private FactKind kind = FactKind.ALL;
    private @Nullable Instant until;
    private boolean stale = true;

    Timeline(LearnerArchive archive) {
        this.archive = archive;
        kinds.setItems(FactKind.values());
        kinds.setAriaLabel(getTranslation("files.kind"));
        kinds.setItemLabelGenerator(each -> getTranslation("files.kind." + each.key()));
        kinds.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Links.go("files/" + learner, "kind", event.getValue() == FactKind.ALL ? null : event.getValue().key());
            }
        });
        kinds.setWidth("12rem");
        list.setLabel(getTranslation("files.timeline"));
        none.setText(getTranslation("files.timeline.none"));
        zone.show(kinds, none, list);
        getContent().add(zone);
    }

    /** @param time what was recorded later is left out; null for nothing left out */
    void choose(@Nullable UUID who, String key, @Nullable Instant time) {
        until = time;
        kind = Arrays.stream(FactKind.values()).filter(k -> k.name().equals(key.toUpperCase(Locale.ROOT))).findFirst()
                .orElse(FactKind.ALL);
        learner = who;
        stale = true;
        kinds.setValue(kind);
    }

    void refresh(LearnerFile file) {
        titles = file.enrolments().stream()
                .collect(Collectors.toMap(Enrolment::course, Enrolment::courseTitle, (a, b) -> a));
        zone.run(() -> {
            if (stale) {
                list.from(this::page);
                stale = false;
            } else {
                list.refresh();
            }
            none.setVisible(list.shown() == 0);
        });
    }

    /** Reads on until a page has entries of the day that is looked at, or the timeline ends. */
    private Page<TimelineEntry> page(@Nullable String after, int limit) {
        var who = Objects.requireNonNull(learner, "chosen before");
        var cursor = after;
        while (true) {
            var page = archive.timeline(Viewer.current().tenant(), who, kind.facts(), cursor, limit);
            var fitting = page.items().stream()
                    .filter(entry -> until == null || !entry.recorded().isAfter(until)).toList();
            if (!fitting.isEmpty() || page.next() == null) {
                return new Page<>(fitting, page.next());
            }
            cursor = page.next();
        }
    }

    /** Said only where there is more than one course. */
    private String title(@Nullable UUID course) {
        return course == null || titles.size() < 2 ? "" : titles.getOrDefault(course, "");
    }
}
