// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.Ledger;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Revisits;
import org.huifang.api.revisit.State;
import org.huifang.ui.AdminView;
import org.huifang.ui.Live;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.MoreList;
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

    private final transient LearnerArchive archive;
    private final transient Revisits revisits;
    private final Zone sums = new Zone();
    private final Zone behind = new Zone(getTranslation("revisit.ledger.list"));
    private final Law law = new Law();
    private final LedgerTable table = new LedgerTable();
    private final Select<UUID> course = new Select<>();
    private final Select<String> step = new Select<>();
    private final Select<State> state = new Select<>();
    private final Div none = new Div();
    private final Span count = Layouts.quiet("");
    private final MoreList<LedgerRow.Line, LedgerRow> list = new MoreList<>(line -> line.obligation().id(),
            line -> new LedgerRow(), PAGE);
    private final transient Map<UUID, String> titles = new LinkedHashMap<>();
    private transient LedgerFilter filter = new LedgerFilter(null, null, null);
    private transient @Nullable LedgerFilter listed;

    @Activate
    public LedgerView(@Reference LearnerArchive archive, @Reference Revisits revisits) {
        this.archive = archive;
        this.revisits = revisits;
        prepare(course, "revisit.ledger.course", "revisit.ledger.allcourses");
        course.setItemLabelGenerator(id -> id == null
                ? getTranslation("revisit.ledger.allcourses")
                : titles.getOrDefault(id, ""));
        prepare(step, "revisit.ledger.node", "revisit.ledger.allnodes");
        step.setItemLabelGenerator(s -> s == null ? getTranslation("revisit.ledger.allnodes") : Words.step(s));
        prepare(state, "revisit.ledger.state", "revisit.ledger.allstates");
        state.setItemLabelGenerator(s -> s == null ? getTranslation("revisit.ledger.allstates") : Words.of(s));
        state.setItems(State.values());
        var chosen = new Div(course, step, state, count);
        chosen.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.SMALL);
        none.add(Layouts.quiet(getTranslation("revisit.ledger.none")), new Span(" "),
                new LedgerFilter(null, null, null).link(getTranslation("revisit.ledger.clear")));
        behind.show(chosen, none, list);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE, Padding.MEDIUM, BoxSizing.BORDER);
        getContent().add(sums, behind);
        Live.of(this).topics("revisit", "archive").refresh(this::refresh);
    }

    @Override
    public void show(Place place) {
        filter = LedgerFilter.of(place);
        refresh();
    }

    private void refresh() {
        sums.run(() -> {
            var ledger = revisits.ledger(Viewer.current().tenant(), null);
            if (ledger.rows().isEmpty()) {
                behind.setVisible(false);
                sums.show(new EmptyState(VaadinIcon.SCALE, getTranslation("revisit.ledger.nothing"),
                        getTranslation("revisit.ledger.nothing.why")));
                return;
            }
            behind.setVisible(true);
            choices(ledger);
            law.show(Balance.of(ledger.rows()), ledger.asOf());
            table.show(ledger, titles, filter);
            if (law.getParent().isEmpty()) {
                sums.show(law, table);
            }
            count.setText(getTranslation("revisit.ledger.count", filter.count(ledger)));
        });
        behind.run(() -> {
            if (filter.equals(listed)) {
                list.refresh();
            } else {
                list.from(this::page);
                listed = filter;
            }
            none.setVisible(list.shown() == 0);
        });
    }

    private Page<LedgerRow.Line> page(@Nullable String after, int limit) {
        var tenant = Viewer.current().tenant();
        var page = revisits.list(tenant, filter.course(), filter.step(), filter.state(), after, limit);
        var people = archive.summaries(tenant, page.items().stream().map(Obligation::learner).distinct().toList());
        return new Page<>(page.items().stream().map(o -> {
            var person = people.get(o.learner());
            return new LedgerRow.Line(o, person == null ? getTranslation("revisit.noname") : person.name(),
                    titles.getOrDefault(o.course(), ""));
        }).toList(), page.next());
    }

    private void choices(Ledger ledger) {
        var before = List.copyOf(titles.keySet());
        titles.clear();
        archive.courses(Viewer.current().tenant()).forEach(c -> titles.put(c.id(), c.title()));
        if (!before.equals(List.copyOf(titles.keySet()))) {
            course.setItems(titles.keySet());
        }
        var steps = ledger.rows().stream().map(Ledger.Row::step).distinct().toList();
        if (!steps.equals(step.getListDataView().getItems().toList())) {
            step.setItems(steps);
        }
        set(course, filter.course());
        set(step, filter.step());
        set(state, filter.state());
    }

    private static <T> void set(Select<T> select, @Nullable T value) {
        if (!Objects.equals(select.getValue(), value)) {
            select.setValue(value);
        }
    }

    private <T> void prepare(Select<T> select, String label, String all) {
        select.setAriaLabel(getTranslation(label));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation(all));
        select.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                new LedgerFilter(course.getValue(), step.getValue(), state.getValue()).go();
            }
        });
    }
}
