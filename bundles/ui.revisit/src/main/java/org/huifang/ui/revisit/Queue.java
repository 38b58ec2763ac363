// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.ListStyleType;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.MinWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Revisits;
import org.huifang.ui.Keys;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** The calls to be made, in order. A push changes what rows say and counts what is new; rows never move by themselves. */
final class Queue extends Composite<Nav> implements HasStyle {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;

    private final transient LearnerArchive archive;
    private final transient Revisits revisits;
    private final H2 heading = new H2();
    private final Button news = new Button("", click -> load());
    private final UnorderedList list = new UnorderedList();
    private final Zone zone = new Zone();
    private final Map<UUID, QueueRow> rows = new LinkedHashMap<>();
    private boolean loaded;

    Queue(LearnerArchive archive, Revisits revisits) {
        this.archive = archive;
        this.revisits = revisits;
        heading.addClassNames(FontSize.LARGE, FontWeight.SEMIBOLD, Margin.NONE);
        news.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        news.getElement().setAttribute("aria-live", "polite");
        news.setVisible(false);
        list.addClassNames(ListStyleType.NONE, Margin.NONE, Padding.NONE);
        getContent().addClassNames(FlexDirection.COLUMN, Gap.SMALL, MinWidth.NONE);
        // 300 px beside the case, which takes nearly all the rest; the whole width alone
        getContent().getStyle().set("flex", "1 0 18.75rem");
        getContent().getElement().setAttribute("aria-label", getTranslation("revisit.queue.label"));
        getContent().add(heading, news, zone);
        Keys.on(list, "ArrowDown", "revisit.key.down", () -> step(1));
        Keys.on(list, "ArrowUp", "revisit.key.up", () -> step(-1));
    }

    /** Reads the queue the first time; a later visit keeps the order that the agent knows. */
    void open() {
        if (!loaded) {
            load();
        } else {
            refresh();
        }
    }

    Optional<UUID> first() {
        return rows.values().stream().filter(QueueRow::waiting).map(QueueRow::id).findFirst();
    }

    /** The next case that waits, below this one or else from the top. */
    Optional<UUID> after(@Nullable UUID id) {
        var ids = new ArrayList<>(rows.keySet());
        var below = ids.subList(ids.indexOf(id) + 1, ids.size());
        return below.stream().filter(each -> waits(each)).findFirst().or(this::first);
    }

    void mark(@Nullable UUID chosen) {
        rows.forEach((id, row) -> row.mark(id.equals(chosen)));
    }

    void refresh() {
        zone.run(() -> {
            var page = page();
            var now = page.stream().collect(Collectors.toMap(Obligation::id, Function.identity()));
            rows.forEach((id, row) -> Optional.ofNullable(now.get(id))
                    .or(() -> revisits.find(Viewer.current().tenant(), id)).ifPresent(row::show));
            var added = now.keySet().stream().filter(id -> !rows.containsKey(id)).count();
            if (rows.isEmpty() && added > 0) {
                load();
                return;
            }
            news.setText(getTranslation("revisit.queue.new", added));
            news.setVisible(added > 0);
            count();
        });
    }

    private void load() {
        zone.run(() -> {
            var page = page();
            var tenant = Viewer.current().tenant();
            var people = archive.summaries(tenant, page.stream().map(Obligation::learner).distinct().toList());
            var courses = archive.courses(tenant).stream().collect(Collectors.toMap(Course::id, Course::title));
            var chosen = rows.values().stream().filter(QueueRow::marked).map(QueueRow::id).findFirst().orElse(null);
            rows.clear();
            list.removeAll();
            for (var obligation : page) {
                var person = people.get(obligation.learner());
                var row = new QueueRow(person == null ? getTranslation("revisit.noname") : person.name(),
                        courses.getOrDefault(obligation.course(), ""));
                row.show(obligation);
                rows.put(obligation.id(), row);
                list.add(row);
            }
            mark(chosen);
            loaded = true;
            news.setVisible(false);
            count();
        });
    }

    private void count() {
        var queued = revisits.queued(Viewer.current().tenant());
        heading.setText(getTranslation("revisit.queue.count", queued));
        if (rows.isEmpty()) {
            zone.empty(getTranslation("revisit.queue.empty"));
        } else if (list.getParent().isEmpty()) {
            zone.show(list);
        }
    }

    private List<Obligation> page() {
        return revisits.queue(Viewer.current().tenant(), null, MOST).items();
    }

    private boolean waits(UUID id) {
        var row = rows.get(id);
        return row != null && row.waiting();
    }

    private void step(int by) {
        var all = List.copyOf(rows.values());
        int at = 0;
        while (at < all.size() && !all.get(at).marked()) {
            at++;
        }
        if (!all.isEmpty()) {
            all.get(Math.clamp((at >= all.size() ? 0 : at + by), 0, all.size() - 1)).go();
        }
    }
}
