// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.Page;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.Ledger;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.State;
import org.huifang.ui.AdminView;
import org.huifang.ui.Live;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.ListFiles;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** First screen: is anybody forgotten or late? */
@View(path = "ledger", title = "revisit.ledger.title", order = 20, icon = VaadinIcon.SCALE, roles = Role.SUPERVISOR)
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class LedgerView extends Composite<Div> implements AdminView, Navigated {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;
    private static final int PORTION = 500;
    /** So many can be chosen at once. */
    private static final int MOST = 5_000;

    private final transient Desk desk;
    private final Zone sums = new Zone();
    private final Zone behind = new Zone(getTranslation("revisit.ledger.list"));
    private final Law law = new Law();
    private final HeldLine held = new HeldLine();
    private final UnplannedLine unplanned = new UnplannedLine();
    private final LedgerTable table = new LedgerTable();
    private final LedgerCards cards = new LedgerCards();
    private final LedgerChoice choice = new LedgerChoice();
    private final Div none = new Div();
    private final transient Selection selection = new Selection(this::chosen);
    private final BulkBar bulk;
    private final ListFiles files;
    private final MoreList<LedgerRow.Line, LedgerRow> list;
    private final transient Map<UUID, String> titles = new LinkedHashMap<>();
    private transient LedgerFilter filter = LedgerFilter.ALL;
    private transient @Nullable LedgerFilter listed;

    @Activate
    public LedgerView(@Reference Desk desk) {
        this.desk = desk;
        var actions = new Actions(desk, this::refresh);
        bulk = new BulkBar(actions, selection, this::all);
        list = new MoreList<>(line -> line.obligation().id(), line -> new LedgerRow(selection, actions), PAGE);
        files = new ListFiles(desk.export(), "ledger", Stream.of("revisit.file.name", "revisit.ledger.course",
                "revisit.file.what", "revisit.file.state", "revisit.file.opens", "revisit.file.due",
                "revisit.file.standing", "revisit.file.owner").map(this::getTranslation).toList(), this::exported);
        none.add(Looks.quiet(getTranslation("revisit.ledger.none")), new Span(" "),
                LedgerFilter.ALL.link(getTranslation("revisit.ledger.clear")));
        behind.show(choice, files, bulk, none, list);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE, Padding.MEDIUM, BoxSizing.BORDER);
        getContent().add(sums, behind);
        Live.of(this).topics("revisit", "archive").refresh(this::refresh);
    }

    @Override
    public void show(Place place) {
        var former = filter;
        filter = LedgerFilter.of(place);
        if (!filter.equals(former)) {
            // what one does not see any more is not chosen any more
            selection.clear();
        }
        refresh();
    }

    private void refresh() {
        sums.run(() -> {
            var ledger = desk.revisits().ledger(Desk.tenant(), null);
            titles.clear();
            desk.archive().courses(Desk.tenant()).forEach(c -> titles.put(c.id(), c.title()));
            unplanned.show(ledger.unplanned(), titles);
            if (ledger.rows().isEmpty()) {
                behind.setVisible(false);
                sums.show(new EmptyState(VaadinIcon.SCALE, getTranslation("revisit.ledger.nothing"),
                        getTranslation("revisit.ledger.nothing.why")), unplanned);
                return;
            }
            behind.setVisible(true);
            choice.show(ledger, titles, filter);
            law.show(Balance.of(ledger.rows()), ledger.asOf(), ledger.gap(), desk::name);
            held.show(Balance.of(narrowed(ledger)), filter);
            table.show(ledger, titles, filter);
            cards.show(ledger, titles, filter);
            if (law.getParent().isEmpty()) {
                var wide = new Div(table);
                wide.addClassNames(Display.HIDDEN, Display.Breakpoint.Medium.BLOCK);
                sums.show(law, unplanned, held, cards, wide);
            }
        });
        behind.run(() -> {
            if (filter.equals(listed)) {
                list.refresh();
            } else {
                list.from((after, limit) -> page(filter, titles, after, limit));
                listed = filter;
            }
            none.setVisible(list.shown() == 0);
            bulk.setVisible(list.shown() > 0);
            files.setVisible(list.shown() > 0);
        });
    }

    private List<Ledger.Row> narrowed(Ledger ledger) {
        return ledger.rows().stream().filter(filter::fits).toList();
    }

    private void chosen() {
        bulk.show();
        if (selection.size() == 0) {
            list.refresh();
        }
    }

    /**
     * Chooses all that is open behind the filter, up to a number that can be worked at once; and what is exempt only
     * where the filter asks for it, so that nobody has it owed again in passing.
     */
    private void all() {
        var all = new ArrayList<Obligation>();
        var state = filter.state();
        if (filter.hold() != null) {
            choose(filter, all);
        } else if (state == null) {
            // what is settled stands among what is open, and there is ever more of it: it is not read
            for (State open : List.of(State.OVERDUE, State.DUE, State.SCHEDULED)) {
                choose(new LedgerFilter(filter.course(), filter.step(), open, null), all);
            }
        } else if (state.open() || state == State.EXEMPT) {
            choose(filter, all);
        }
        selection.add(all);
        list.refresh();
    }

    private void choose(LedgerFilter wanted, List<Obligation> all) {
        String after = null;
        while (all.size() < MOST) {
            var page = read(wanted, after, PORTION);
            page.items().stream().filter(each -> each.state().open() || each.state() == wanted.state())
                    .limit(MOST - all.size()).forEach(all::add);
            after = page.next();
            if (after == null) {
                return;
            }
        }
    }

    private Page<Obligation> read(LedgerFilter wanted, @Nullable String after, int limit) {
        var reason = wanted.hold();
        return reason == null
                ? desk.revisits().list(Desk.tenant(), wanted.course(), wanted.step(), wanted.state(), after, limit)
                : new HeldPages((state, from, most) -> desk.revisits().list(Desk.tenant(), wanted.course(),
                        wanted.step(), state, from, most), reason).read(after, limit);
    }

    /** The list behind the filter as it is now, with the names of now. */
    private Iterator<List<String>> exported() {
        var wanted = filter;
        var courses = Map.copyOf(titles);
        return ListFiles.rows((after, limit) -> page(wanted, courses, after, limit), line -> {
            var owed = line.obligation();
            return List.of(line.name(), line.course(), Words.what(owed), Words.of(owed.state()),
                    owed.waits() ? "" : Times.stamp(owed.opens()), owed.waits() ? "" : Times.stamp(owed.due()),
                    LedgerRow.standing(owed), line.owner());
        });
    }

    private Page<LedgerRow.Line> page(LedgerFilter wanted, Map<UUID, String> courses, @Nullable String after,
            int limit) {
        var page = read(wanted, after, limit);
        var people = desk.archive().summaries(Desk.tenant(),
                page.items().stream().map(Obligation::learner).distinct().toList());
        var owners = page.items().stream().map(Obligation::owner).distinct()
                .collect(Collectors.toMap(Function.identity(), desk::name));
        return new Page<>(page.items().stream().map(o -> {
            var person = people.get(o.learner());
            return new LedgerRow.Line(o, person == null ? getTranslation("revisit.noname") : person.name(),
                    courses.getOrDefault(o.course(), ""), owners.getOrDefault(o.owner(), ""));
        }).toList(), page.next());
    }
}
