// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.MinWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Overflow;
import com.vaadin.flow.theme.lumo.LumoUtility.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.archive.Course;
import org.huifang.api.revisit.Obligation;
import org.huifang.ui.Keys;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** The calls to be made, in order. A push changes what rows say and counts what is new; rows never move by themselves. */
final class Queue extends Composite<Nav> implements HasStyle {
    private static final long serialVersionUID = 1L;
    /** In the address: {@link #TEAM}, or nothing for the viewer's own. */
    static final String WHOSE = "whose";
    static final String TEAM = "team";
    private static final int MOST = 100;

    private final transient Desk desk;
    private final transient Actions actions;
    private final H2 heading = new H2();
    private final Div choice = new Div();
    private final Button news = new Button("", click -> load());
    private final UnorderedList list = Layouts.list();
    private final Zone zone = new Zone();
    private final List<QueueRow> rows = new ArrayList<>();
    private transient Set<UUID> queued = Set.of();
    private transient @Nullable LocalDate ahead;
    private @Nullable String loaded;
    private String whose = "";

    Queue(Desk desk, Actions actions) {
        this.desk = desk;
        this.actions = actions;
        heading.addClassNames(FontSize.LARGE, FontWeight.SEMIBOLD, Margin.NONE);
        choice.addClassNames(Display.FLEX, Gap.MEDIUM);
        news.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        news.getElement().setAttribute("aria-live", "polite");
        news.setVisible(false);
        getContent().addClassNames(FlexDirection.COLUMN, Gap.SMALL, MinWidth.NONE);
        // 300 px beside the case, which takes nearly all the rest; the whole width alone
        getContent().getStyle().set("flex", "1 0 18.75rem");
        // beside the case it scrolls by itself and stays where it is; below 1024 px the page scrolls
        getContent().addClassNames(Position.STICKY, Position.Top.NONE, Overflow.AUTO);
        getContent().getStyle().set("max-height", "max(100dvh - 6rem, (1024px - 100vw) * 1000)");
        getContent().getElement().setAttribute("aria-label", getTranslation("revisit.queue.label"));
        getContent().add(heading, choice, news, zone);
        Keys.on(list, "ArrowDown", "revisit.key.down", () -> step(1));
        Keys.on(list, "ArrowUp", "revisit.key.up", () -> step(-1));
    }

    /** Reads this queue the first time; a later visit keeps the order that the agent knows. */
    void open(boolean team) {
        whose = team ? TEAM : "";
        if (whose.equals(loaded)) {
            refresh();
        } else {
            load();
        }
    }

    String whose() {
        return whose;
    }

    /** The day after today for which the next calls are planned, where the team has none left; else null. */
    @Nullable
    LocalDate ahead() {
        return ahead;
    }

    /** The cases that wait, in order: those below this one, then from the top. */
    List<Case> waiting(@Nullable UUID below) {
        int at = -1;
        for (int i = 0; i < rows.size() && below != null; i++) {
            at = rows.get(i).now().holds(below) ? i : at;
        }
        return Stream.concat(rows.stream().skip(at + 1L), rows.stream().limit(at + 1L)).map(QueueRow::now)
                .filter(each -> each.waiting() && queued(each)).toList();
    }

    void mark(@Nullable UUID chosen) {
        rows.forEach(row -> row.mark(chosen != null && row.now().holds(chosen)));
    }

    void refresh() {
        zone.run(() -> {
            var page = page();
            var now = page.stream().collect(Collectors.toMap(Obligation::id, Function.identity()));
            Function<UUID, Optional<Obligation>> find = id -> Optional.ofNullable(now.get(id)).or(() -> find(id));
            rows.forEach(row -> find.apply(row.id()).map(first -> Case.of(first, find))
                    .ifPresent(each -> row.show(each, queued(each))));
            var added = Case.of(page, find).stream()
                    .filter(each -> rows.stream().noneMatch(row -> each.holds(row.id()))).count();
            if (added > 0 && waiting(null).isEmpty()) {
                // nothing of what is shown is left to do
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
            var cases = Case.of(page(), this::find);
            var people = desk.archive().summaries(Desk.tenant(),
                    cases.stream().map(each -> each.first().learner()).distinct().toList());
            var courses = desk.archive().courses(Desk.tenant()).stream()
                    .collect(Collectors.toMap(Course::id, Course::title));
            var chosen = rows.stream().filter(QueueRow::marked).map(QueueRow::id).findFirst().orElse(null);
            rows.clear();
            list.removeAll();
            for (var each : cases) {
                var person = people.get(each.first().learner());
                var row = new QueueRow(person == null ? getTranslation("revisit.noname") : person.name(),
                        each.purposes().stream().map(p -> courses.getOrDefault(p.course(), "")).distinct()
                                .collect(Collectors.joining(getTranslation("revisit.separator"))),
                        whose, actions);
                row.show(each, true);
                rows.add(row);
                list.add(row);
            }
            mark(chosen);
            loaded = whose;
            news.setVisible(false);
            count();
        });
    }

    private void count() {
        var mine = desk.revisits().queued(Desk.tenant(), Desk.agent());
        var all = desk.revisits().queued(Desk.tenant(), null);
        var team = whose.equals(TEAM);
        heading.setText(getTranslation("revisit.queue.count", team ? all : mine));
        choice.removeAll();
        choice.add(choice("revisit.queue.mine", mine, "", !team), choice("revisit.queue.team", all, TEAM, team));
        // it goes through all that is planned, so not while there is something to do
        ahead = all == 0 ? desk.ahead() : null;
        if (rows.isEmpty()) {
            zone.empty(empty(team || all == 0));
        } else if (list.getParent().isEmpty()) {
            zone.show(list);
        }
    }

    private String empty(boolean whole) {
        if (!whole) {
            return getTranslation("revisit.queue.noneofmine");
        }
        return ahead == null
                ? getTranslation("revisit.queue.empty")
                : getTranslation("revisit.queue.ahead", Times.day(ahead));
    }

    private Anchor choice(String key, long count, String query, boolean chosen) {
        var link = Links.link(getTranslation(key, count), "today", WHOSE, query);
        link.addClassName(FontSize.SMALL);
        link.setClassName(FontWeight.SEMIBOLD, chosen);
        if (chosen) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    private List<Obligation> page() {
        var page = desk.revisits().queue(Desk.tenant(), whose.equals(TEAM) ? null : Desk.agent(), null, MOST).items();
        queued = page.stream().map(Obligation::id).collect(Collectors.toSet());
        return page;
    }

    /** Not so after a call that reached nobody: it comes back at another time. */
    private boolean queued(Case each) {
        return each.purposes().stream().anyMatch(purpose -> queued.contains(purpose.id()));
    }

    private Optional<Obligation> find(UUID id) {
        return desk.revisits().find(Desk.tenant(), id);
    }

    private void step(int by) {
        int at = 0;
        while (at < rows.size() && !rows.get(at).marked()) {
            at++;
        }
        if (!rows.isEmpty()) {
            rows.get(Math.clamp((at >= rows.size() ? 0 : at + by), 0, rows.size() - 1)).go();
        }
    }
}
