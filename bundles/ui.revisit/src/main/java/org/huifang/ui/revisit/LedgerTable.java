// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextAlignment;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Whitespace;
import com.vaadin.flow.theme.lumo.LumoUtility.Width;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.revisit.Ledger;
import org.huifang.api.revisit.State;
import org.huifang.ui.parts.StateBadge;
import org.jspecify.annotations.Nullable;

/** Courses by steps: how many are owed, and how many of these are late. Every figure leads to its list. */
final class LedgerTable extends Composite<NativeTable> {
    private static final long serialVersionUID = 1L;

    private transient Map<String, Object> shown = Map.of();

    LedgerTable() {
        getContent().addClassNames(Width.FULL);
        getContent().getStyle().set("border-collapse", "collapse");
        getContent().getElement().setAttribute("aria-label", getTranslation("revisit.ledger.table"));
    }

    void show(Ledger ledger, Map<UUID, String> titles, LedgerFilter filter) {
        Map<String, Object> now = Map.of("rows", ledger.rows(), "titles", Map.copyOf(titles), "filter", filter);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        var steps = ledger.rows().stream().map(Ledger.Row::step).distinct().toList();
        var courses = byCourse(ledger.rows(), titles);
        var table = getContent();
        table.removeAll();
        var head = table.getHead().addRow();
        head(head.addHeaderCell(), getTranslation("revisit.ledger.course"), TextAlignment.LEFT);
        steps.forEach(step -> head(head.addHeaderCell(), ledger.rows().stream().filter(r -> r.step().equals(step))
                .findFirst().map(LedgerChoice::name).orElse(step), TextAlignment.RIGHT));
        courses.forEach((course, rows) -> {
            var line = table.getBody().addRow();
            name(line, titles.getOrDefault(course, ""), filter, course);
            steps.forEach(step -> cell(line, rows.stream().filter(r -> r.step().equals(step)).toList(), filter, course,
                    step));
        });
        if (courses.size() > 1) {
            var foot = table.getBody().addRow();
            name(foot, getTranslation("revisit.ledger.allcourses"), filter, null);
            steps.forEach(step -> cell(foot, ledger.rows().stream().filter(r -> r.step().equals(step)).toList(), filter,
                    null, step));
        }
    }

    /** In the order of these titles; courses without a row are left out. */
    static Map<UUID, List<Ledger.Row>> byCourse(List<Ledger.Row> rows, Map<UUID, String> titles) {
        var courses = new LinkedHashMap<UUID, List<Ledger.Row>>();
        titles.keySet().forEach(course -> courses.put(course, new ArrayList<>()));
        rows.forEach(row -> courses.computeIfAbsent(row.course(), c -> new ArrayList<>()).add(row));
        courses.values().removeIf(List::isEmpty);
        return courses;
    }

    private static void head(NativeTableHeaderCell cell, String text, String alignment) {
        cell.setText(text);
        // a heading breaks between words only
        cell.getStyle().set("word-break", "keep-all").set("overflow-wrap", "normal");
        cell.getElement().setAttribute("scope", "col");
        cell.addClassNames(Padding.SMALL, alignment, FontSize.SMALL, TextColor.SECONDARY, Border.BOTTOM,
                BorderColor.CONTRAST_20);
    }

    private static void name(NativeTableRow line, String title, LedgerFilter filter, @Nullable UUID course) {
        var cell = line.addHeaderCell();
        cell.getElement().setAttribute("scope", "row");
        cell.addClassNames(Padding.SMALL, TextAlignment.LEFT, FontWeight.NORMAL, Border.BOTTOM,
                BorderColor.CONTRAST_10);
        cell.add(new LedgerFilter(course, null, filter.state()).link(title));
    }

    private void cell(NativeTableRow line, List<Ledger.Row> rows, LedgerFilter filter, @Nullable UUID course,
            String step) {
        var cell = line.addDataCell();
        cell.addClassNames(Padding.SMALL, TextAlignment.RIGHT, Border.BOTTOM, BorderColor.CONTRAST_10);
        var balance = Balance.of(rows);
        var target = new LedgerFilter(course, step, filter.state());
        cell.setClassName(Background.PRIMARY_10, target.equals(filter));
        cell.add(target.link(getTranslation("revisit.ledger.number", balance.owed())));
        if (balance.count(State.OVERDUE) > 0) {
            cell.add(overdue(balance.count(State.OVERDUE), course, step));
        }
    }

    /** The second figure: how many of these are late, and the way to them. */
    static Component overdue(long count, @Nullable UUID course, String step) {
        var figure = new Span(StateBadge.icon(State.OVERDUE), new Span(" "),
                new LedgerFilter(course, step, State.OVERDUE)
                        .link(I18NProvider.translate("revisit.ledger.overdue", count)));
        figure.addClassNames(FontSize.SMALL, TextColor.ERROR, Whitespace.NOWRAP);
        return new Div(figure);
    }
}
