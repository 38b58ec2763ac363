// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.Ledger;
import org.huifang.api.revisit.State;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** The filter of the ledger as fields; each choice goes into the URL. */
final class LedgerChoice extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    /** The step of what agents promised; each promise has its own words. */
    private static final String PROMISE = "promise";

    private final Select<UUID> course = new Select<>();
    private final Select<String> step = new Select<>();
    private final Select<State> state = new Select<>();
    private final Select<Hold.Reason> hold = new Select<>();
    private final Span count = Looks.quiet("");
    private final transient Map<String, String> steps = new HashMap<>();
    private transient Map<UUID, String> titles = Map.of();

    LedgerChoice() {
        prepare(course, "revisit.ledger.course", "revisit.ledger.allcourses");
        course.setItemLabelGenerator(id -> id == null
                ? getTranslation("revisit.ledger.allcourses")
                : titles.getOrDefault(id, ""));
        prepare(step, "revisit.ledger.node", "revisit.ledger.allnodes");
        step.setItemLabelGenerator(s -> s == null
                ? getTranslation("revisit.ledger.allnodes")
                : steps.getOrDefault(s, s));
        prepare(state, "revisit.ledger.state", "revisit.ledger.allstates");
        state.setItemLabelGenerator(s -> s == null ? getTranslation("revisit.ledger.allstates") : Words.of(s));
        state.setItems(State.values());
        prepare(hold, "revisit.ledger.hold", "revisit.ledger.allholds");
        hold.setItemLabelGenerator(h -> h == null ? getTranslation("revisit.ledger.allholds") : Words.of(h));
        hold.setItems(Hold.Reason.values());
        getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.SMALL);
        getContent().add(course, step, state, hold, count);
    }

    void show(Ledger ledger, Map<UUID, String> courses, LedgerFilter filter) {
        if (!List.copyOf(courses.keySet()).equals(course.getListDataView().getItems().toList())
                || !courses.equals(titles)) {
            titles = Map.copyOf(courses);
            course.setItems(courses.keySet());
        }
        var known = ledger.rows().stream().map(Ledger.Row::step).distinct().toList();
        ledger.rows().forEach(row -> steps.put(row.step(), name(row)));
        if (!known.equals(step.getListDataView().getItems().toList())) {
            step.setItems(known);
        }
        set(course, filter.course());
        set(step, filter.step());
        set(state, filter.state());
        set(hold, filter.hold());
        count.setText(getTranslation("revisit.ledger.count", filter.count(ledger)));
    }

    /** What a step is called: in Huifang's words, or else as the school called it. */
    static String name(Ledger.Row row) {
        if (row.step().equals(PROMISE)) {
            return I18NProvider.translate("revisit.ledger.promises");
        }
        return row.title().isBlank() ? Words.step(row.step()) : row.title();
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
                // a state and a reason to be held exclude each other: the one that was chosen last counts
                var byState = select == state && state.getValue() != null;
                new LedgerFilter(course.getValue(), step.getValue(), state.getValue(),
                        byState ? null : hold.getValue()).go();
            }
        });
    }
}
