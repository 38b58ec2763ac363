// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.ListStyleType;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.revisit.Ledger;
import org.huifang.api.revisit.State;
import org.huifang.ui.parts.Layouts;
import org.jspecify.annotations.Nullable;

/**
 * What {@link LedgerTable} shows, where there is no room for a table: a card for each step with its own sum, and in it
 * the courses.
 */
final class LedgerCards extends Composite<UnorderedList> {
    private static final long serialVersionUID = 1L;

    /** Steps whose courses are unfolded; they stay so when figures change. */
    private final transient Set<String> unfolded = new HashSet<>();
    private transient Map<String, Object> shown = Map.of();

    LedgerCards() {
        getContent().addClassNames(Display.FLEX, Display.Breakpoint.Medium.HIDDEN, FlexDirection.COLUMN, Gap.SMALL,
                ListStyleType.NONE, Margin.NONE, Padding.NONE);
        getContent().getElement().setAttribute("aria-label", getTranslation("revisit.ledger.table"));
    }

    void show(Ledger ledger, Map<UUID, String> titles, LedgerFilter filter) {
        Map<String, Object> now = Map.of("rows", ledger.rows(), "titles", Map.copyOf(titles), "filter", filter);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        getContent().removeAll();
        ledger.rows().stream().map(Ledger.Row::step).distinct().forEach(step -> getContent().add(
                card(ledger.rows().stream().filter(row -> row.step().equals(step)).toList(), titles, filter)));
    }

    private ListItem card(List<Ledger.Row> rows, Map<UUID, String> titles, LedgerFilter filter) {
        var step = rows.getFirst().step();
        var balance = Balance.of(rows);
        var name = link(LedgerChoice.name(rows.getFirst()), null, step, filter);
        name.addClassName(FontWeight.SEMIBOLD);
        var card = new ListItem(name, new Div(new Span(Law.sentence(balance))));
        card.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.XSMALL, Padding.SMALL, Background.BASE,
                Border.ALL, BorderColor.CONTRAST_20, BorderRadius.MEDIUM);
        if (balance.missing() != 0) {
            var gap = new Span(getTranslation("revisit.ledger.gap", balance.missing()));
            gap.addClassName(TextColor.ERROR);
            card.add(gap);
        }
        if (balance.count(State.OVERDUE) > 0) {
            card.add(LedgerTable.overdue(balance.count(State.OVERDUE), null, step));
        }
        var courses = LedgerTable.byCourse(rows, titles);
        if (courses.size() > 1) {
            card.add(courses(courses, titles, filter, step));
        }
        return card;
    }

    private Component courses(Map<UUID, List<Ledger.Row>> courses, Map<UUID, String> titles, LedgerFilter filter,
            String step) {
        var lines = Layouts.list();
        courses.forEach((course, rows) -> {
            var balance = Balance.of(rows);
            var line = Layouts.line(link(titles.getOrDefault(course, ""), course, step, filter),
                    new Span(getTranslation("revisit.ledger.number", balance.owed())));
            if (balance.count(State.OVERDUE) > 0) {
                line.add(LedgerTable.overdue(balance.count(State.OVERDUE), course, step));
            }
            lines.add(Layouts.row(line));
        });
        var details = new Details(getTranslation("revisit.ledger.bycourse", courses.size()), lines);
        details.setOpened(unfolded.contains(step));
        details.addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                unfolded.add(step);
            } else {
                unfolded.remove(step);
            }
        });
        return details;
    }

    private static Div link(String text, @Nullable UUID course, String step, LedgerFilter filter) {
        var target = new LedgerFilter(course, step, filter.state());
        var link = target.link(text);
        if (target.equals(filter)) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return new Div(link);
    }
}
