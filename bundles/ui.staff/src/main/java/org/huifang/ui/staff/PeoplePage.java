// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.TextAlignment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.staff.Agent;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Shown;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Everybody who carries out revisits: whether they do today, and what the next seven days ask of them. */
final class PeoplePage extends Composite<Div> implements TeamView.Page {
    private static final long serialVersionUID = 1L;
    private static final int DAYS = 7;

    /** Which people. */
    private enum Which {
        WORKING, ABSENT, UNTRAINED
    }

    /** Before anything is shown. */
    record None() implements TeamView.Page {
        @Override
        public void show(Place place) {
            // nothing stands there yet
        }

        @Override
        public void refresh() {
            // nothing stands there yet
        }
    }

    private final transient Desk desk;
    private final Zone zone = new Zone();
    private final transient Shown shown = new Shown();
    private final Select<Which> which = new Select<>();

    PeoplePage(Desk desk) {
        this.desk = desk;
        which.setItems(Which.values());
        which.setAriaLabel(getTranslation("team.which"));
        which.setEmptySelectionAllowed(true);
        which.setEmptySelectionCaption(getTranslation("team.which.all"));
        which.setItemLabelGenerator(PeoplePage::word);
        which.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                var chosen = event.getValue();
                Links.go(TeamView.PATH, "state", chosen == null ? "" : chosen.name().toLowerCase(Locale.ROOT));
            }
        });
        getContent().add(Layouts.slimColumn(Layouts.line(which), zone));
    }

    private static String word(@Nullable Which which) {
        return com.vaadin.flow.i18n.I18NProvider
                .translate("team.which." + (which == null ? "all" : which.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public void show(Place place) {
        shown.forget();
        which.setValue(place.query("state").flatMap(
                name -> Arrays.stream(Which.values()).filter(each -> each.name().equalsIgnoreCase(name)).findFirst())
                .orElse(null));
        refresh();
    }

    @Override
    public void refresh() {
        boolean worked = zone.run(() -> {
            var all = desk.agents();
            if (!shown.changed(all, desk.load(DAYS), which.getValue(), desk.today())) {
                return;
            }
            if (all.isEmpty()) {
                zone.show(new EmptyState(VaadinIcon.GROUP, getTranslation("team.none"),
                        getTranslation("team.none.why")));
                return;
            }
            var some = all.stream().filter(agent -> which.getValue() == null || state(agent) == which.getValue())
                    .toList();
            if (some.isEmpty()) {
                zone.empty(getTranslation("team.none.fits", all.size()),
                        Links.link(getTranslation("team.clear"), TeamView.PATH));
                return;
            }
            zone.show(table(some), Pieces.quiet(getTranslation("team.count", some.size(), all.size())));
        });
        if (!worked) {
            shown.forget();
        }
    }

    private Which state(Agent agent) {
        if (agent.absence(desk.today()).isPresent()) {
            return Which.ABSENT;
        }
        return agent.trained() ? Which.WORKING : Which.UNTRAINED;
    }

    private Component table(List<Agent> agents) {
        Map<UUID, Long> minutes = desk.load(DAYS).stream().flatMap(day -> day.byOwner().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
        Map<UUID, String> courses = desk.courses();
        var capacity = Capacity.staff(desk.staff(), desk.calendar(), Desk.tenant(), desk.today(), DAYS, desk.now());
        var table = new NativeTable();
        Looks.table(table, getTranslation("team.title"));
        var head = table.getHead().addRow();
        Looks.head(head.addHeaderCell(), getTranslation("team.name"), TextAlignment.LEFT);
        Looks.head(head.addHeaderCell(), getTranslation("team.today"), TextAlignment.LEFT);
        Looks.head(head.addHeaderCell(), getTranslation("team.week"), TextAlignment.RIGHT);
        Looks.head(head.addHeaderCell(), getTranslation("team.brings"), TextAlignment.LEFT);
        for (Agent agent : agents) {
            var row = table.getBody().addRow();
            var name = row.addHeaderCell();
            Looks.row(name, "");
            name.add(Links.link(agent.name(), TeamView.PATH + "/" + agent.account()));
            Looks.cell(row.addDataCell(), TextAlignment.LEFT, today(agent));
            long own = capacity.stream().mapToLong(day -> day.getOrDefault(agent.account(), 0L)).sum();
            Looks.cell(row.addDataCell(), TextAlignment.RIGHT,
                    load(minutes.getOrDefault(agent.account(), 0L), own));
            Looks.cell(row.addDataCell(), TextAlignment.LEFT, Pieces.quiet(brings(agent, courses)));
        }
        return Looks.scrolling(table);
    }

    private Component load(long asked, long own) {
        if (desk.revisits() == null) {
            return Pieces.quiet(getTranslation("team.load.away"));
        }
        var text = getTranslation("team.load", asked, own);
        return asked > own ? Looks.warning(text) : new Span(text);
    }

    private Component today(Agent agent) {
        return switch (state(agent)) {
            case WORKING -> new Span(getTranslation("team.works"));
            case UNTRAINED -> Looks.warning(getTranslation("team.lacks", agent.lacking().stream().sorted()
                    .map(Desk::training).collect(Collectors.joining(getTranslation("team.and")))));
            case ABSENT -> agent.absence(desk.today()).map(absence -> {
                var cover = absence.cover();
                return new Span(cover == null
                        ? getTranslation("team.absent", Times.day(absence.to()))
                        : getTranslation("team.absent.cover", Times.day(absence.to()), desk.name(cover)));
            }).orElseGet(Span::new);
        };
    }

    private String brings(Agent agent, Map<UUID, String> courses) {
        return String.join(" · ", words(agent.languages(), "team.anylanguage"),
                agent.courses().isEmpty()
                        ? getTranslation("team.anycourse")
                        : agent.courses().stream().map(id -> courses.getOrDefault(id, "–")).sorted()
                                .collect(Collectors.joining(getTranslation("team.and"))),
                getTranslation("team.perday", agent.minutesPerDay()));
    }

    private String words(Set<String> texts, String none) {
        return texts.isEmpty() ? getTranslation(none) : texts.stream().sorted().collect(Collectors.joining(", "));
    }
}
