// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.JustifyContent;
import java.time.Duration;
import java.util.List;
import org.huifang.api.ticket.AreaCount;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** How much is open in each area, the way to it and to the other pages, and how problems have been dealt with lately. */
final class Areas extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Div areas = Layouts.line();
    private final Div figures = Layouts.line();
    private transient @Nullable List<AreaCount> counted;
    private transient @Nullable Filter shown;

    Areas(Desk desk) {
        this.desk = desk;
        var pages = Layouts.line(Links.link(getTranslation("tickets.new"), TicketsView.NEW),
                Links.link(getTranslation("tickets.changes"), TicketsView.CHANGES));
        if (Desk.leads()) {
            pages.add(Links.link(getTranslation("tickets.rules"), TicketsView.RULES));
        }
        var above = new Div(areas, pages);
        above.addClassNames(Display.FLEX, FlexWrap.WRAP, JustifyContent.BETWEEN, Gap.Column.XLARGE, Gap.Row.XSMALL);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
        getContent().add(above, figures);
    }

    void show(Filter filter) {
        var counts = desk.tickets().areas(Desk.tenant(), filter.course());
        boolean another = !filter.equals(shown);
        if (another || !counts.equals(counted)) {
            links(counts, filter);
        }
        // Once for a filter: they change slowly, and counting them costs more than a list.
        if (another) {
            figures(filter);
        }
        counted = counts;
        shown = filter;
    }

    private void links(List<AreaCount> counts, Filter filter) {
        areas.removeAll();
        var all = Links.link(getTranslation("tickets.area.all", counts.stream().mapToLong(c -> c.open()).sum()),
                TicketsView.PATH, filter.in(null).query());
        areas.add(all);
        if (filter.area() == null) {
            all.addClassName(FontWeight.SEMIBOLD);
        }
        counts.forEach(count -> {
            var link = Links.link(getTranslation("tickets.area.count", Words.of(count.area()), count.open(),
                    count.late()), TicketsView.PATH, filter.in(count.area()).query());
            if (count.area() == filter.area()) {
                link.addClassName(FontWeight.SEMIBOLD);
                link.getElement().setAttribute("aria-current", "true");
            }
            areas.add(link);
        });
    }

    private void figures(Filter filter) {
        var now = desk.now();
        var dealt = desk.tickets().figures(Desk.tenant(), filter.area(), filter.course(),
                now.minus(Duration.ofDays(FiguresLine.DAYS)), now);
        figures.removeAll();
        if (dealt.raised() > 0) {
            FiguresLine.sentences(dealt).forEach(sentence -> figures.add(Pieces.quiet(sentence)));
        }
    }
}
