// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.Page;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.intake.ListExport;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Happened;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.ListFiles;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** What happened, newest first, of all kinds or one; the kind stands in the URL. */
final class Timeline extends Composite<Div> implements HasStyle {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    /** Whose entries, of which kind, recorded until when. */
    private record Chosen(UUID who, FactKind kind, @Nullable Instant until) {}

    private final transient Desk desk;
    private final Zone zone = new Zone(getTranslation("files.timeline"));
    private final Select<FactKind> kinds = new Select<>();
    private final Div none = new Div();
    private final ListFiles files;
    private final MoreList<TimelineEntry, Happened> list = new MoreList<>(TimelineEntry::id,
            entry -> new Happened(entry, title(entry.course()), Happened.Detail.ALL, this::name), PAGE);
    private transient Map<UUID, String> titles = Map.of();
    private transient Map<UUID, String> colleagues = Map.of();
    private @Nullable UUID learner;
    private FactKind kind = FactKind.ALL;
    private @Nullable Instant until;
    private @Nullable LocalDate day;
    private boolean stale = true;

    Timeline(Desk desk, @Nullable ListExport export) {
        this.desk = desk;
        files = new ListFiles(export, "timeline", Stream.of("files.file.when", "files.file.what", "files.file.said",
                "files.file.source", "files.file.course").map(this::getTranslation).toList(), this::exported);
        kinds.setItems(FactKind.values());
        kinds.setAriaLabel(getTranslation("files.kind"));
        kinds.setItemLabelGenerator(each -> getTranslation("files.kind." + each.key()));
        kinds.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Links.go("files/" + learner, "kind", event.getValue() == FactKind.ALL ? null : event.getValue().key(),
                        "at",
                        day);
            }
        });
        kinds.setWidth("12rem");
        list.setLabel(getTranslation("files.timeline"));
        none.setText(getTranslation("files.timeline.none"));
        zone.show(Layouts.line(kinds, files), none, list);
        getContent().add(zone);
    }

    /**
     * @param on the day that the file is shown of, or null for now
     * @param time what was recorded later is left out; null for nothing left out
     */
    void choose(@Nullable UUID who, String key, @Nullable LocalDate on, @Nullable Instant time) {
        day = on;
        until = time;
        kind = Arrays.stream(FactKind.values()).filter(k -> k.name().equals(key.toUpperCase(Locale.ROOT))).findFirst()
                .orElse(FactKind.ALL);
        learner = who;
        stale = true;
        kinds.setValue(kind);
    }

    void refresh(LearnerFile file) {
        colleagues = desk.colleagues();
        titles = file.enrolments().stream()
                .collect(Collectors.toMap(Enrolment::course, Enrolment::courseTitle, (a, b) -> a));
        zone.run(() -> {
            if (stale) {
                var chosen = new Chosen(Objects.requireNonNull(learner, "chosen before"), kind, until);
                list.from((after, limit) -> page(chosen, after, limit));
                stale = false;
            } else {
                list.refresh();
            }
            none.setVisible(list.shown() == 0);
            files.setVisible(list.shown() > 0);
        });
    }

    /** All entries of the kind that is shown, not only those that were read on the screen. */
    private Iterator<List<String>> exported() {
        var chosen = new Chosen(Objects.requireNonNull(learner, "chosen before"), kind, until);
        var courses = Map.copyOf(titles);
        var names = colleagues;
        return ListFiles.rows((after, limit) -> page(chosen, after, limit), entry -> List.of(
                Times.stamp(entry.fact().at()), Happened.sentence(entry.fact(), Happened.Detail.ALL),
                Happened.said(entry.fact(), Happened.Detail.ALL),
                Happened.from(entry, id -> names.getOrDefault(id, "")),
                entry.course() == null ? "" : courses.getOrDefault(entry.course(), "")));
    }

    /** Reads on until a page has entries of the day that is looked at, or the timeline ends. */
    private Page<TimelineEntry> page(Chosen chosen, @Nullable String after, int limit) {
        var tenant = Viewer.current().tenant();
        var cursor = after;
        while (true) {
            var page = desk.archive().timeline(tenant, chosen.who(), chosen.kind().facts(), cursor, limit);
            var fitting = page.items().stream()
                    .filter(entry -> chosen.until() == null || !entry.recorded().isAfter(chosen.until())).toList();
            if (!fitting.isEmpty() || page.next() == null) {
                return new Page<>(fitting, page.next());
            }
            cursor = page.next();
        }
    }

    private String name(UUID account) {
        return colleagues.getOrDefault(account, "");
    }

    /** Said only where there is more than one course. */
    private String title(@Nullable UUID course) {
        return course == null || titles.size() < 2 ? "" : titles.getOrDefault(course, "");
    }
}
