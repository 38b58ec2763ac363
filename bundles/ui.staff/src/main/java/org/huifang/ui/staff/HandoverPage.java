// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.TextAlignment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.revisit.Owned;
import org.huifang.api.revisit.Revisits;
import org.huifang.api.staff.Agent;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Zone;

/** All that somebody still owes goes to others: first who would get how much, then one step, then a way back. */
final class HandoverPage extends Composite<Div> implements TeamView.Page {
    private static final long serialVersionUID = 1L;
    private static final int LOAD_DAYS = 28;

    private final transient Desk desk;
    private final Select<UUID> from = new Select<>();
    private final MultiSelectComboBox<UUID> to = new MultiSelectComboBox<>();
    private final Zone zone = new Zone();
    private transient List<Owned> open = List.of();
    private transient Map<UUID, String> languages = Map.of();

    HandoverPage(Desk desk) {
        this.desk = desk;
        from.setLabel(getTranslation("team.handover.from"));
        from.setItemLabelGenerator(desk::name);
        from.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Links.go(TeamView.PATH + "/handover", "from", event.getValue());
            }
        });
        to.setLabel(getTranslation("team.handover.to"));
        to.setWidth("30rem");
        to.setMaxWidth("100%");
        to.setItemLabelGenerator(desk::name);
        to.addValueChangeListener(event -> preview());
        getContent().add(Layouts.slimColumn(Layouts.line(from, to), zone));
    }

    @Override
    public void show(Place place) {
        from.setItems(desk.people().keySet());
        var owner = place.queryId("from").filter(desk.people()::containsKey).orElse(null);
        from.setValue(owner);
        var others = able().stream().map(Agent::account).filter(id -> !id.equals(owner)).toList();
        to.setItems(others);
        to.setValue(others);
        read();
    }

    @Override
    public void refresh() {
        // a preview that somebody reads does not change under their eyes; the step itself asks again
    }

    private List<Agent> able() {
        var today = desk.today();
        return desk.agents().stream().filter(agent -> agent.trained() && agent.absence(today).isEmpty()).toList();
    }

    private void read() {
        zone.run(() -> {
            var revisits = desk.revisits();
            var owner = from.getValue();
            if (revisits == null || owner == null) {
                zone.empty(getTranslation(revisits == null ? "team.capacity.away" : "team.handover.choose"));
                return;
            }
            open = revisits.owned(Desk.tenant(), owner);
            languages = desk.languages(open.stream().map(Owned::learner).collect(Collectors.toSet()));
            preview();
        });
    }

    private void preview() {
        if (desk.revisits() == null || from.getValue() == null) {
            return;
        }
        zone.run(() -> {
            if (open.isEmpty()) {
                zone.empty(getTranslation("team.handover.none", desk.name(from.getValue())));
                return;
            }
            Map<UUID, Long> load = new HashMap<>();
            desk.load(LOAD_DAYS).forEach(day -> day.byOwner().forEach((id, m) -> load.merge(id, m, Long::sum)));
            var chosen = able().stream().filter(agent -> to.getValue().contains(agent.account())).toList();
            var plan = HandingOver.of(open, chosen, languages, load);
            var go = Buttons.smallPrimary(getTranslation("team.handover.do", plan.count()), () -> hand(plan));
            go.setEnabled(plan.count() > 0);
            go.setDisableOnClick(true);
            var sum = getTranslation("team.handover.sum", open.size(), plan.count(), plan.left().size(),
                    HandingOver.promises(open));
            zone.show(Pieces.wideSentence(sum), table(plan, load),
                    plan.left().isEmpty()
                            ? new Span()
                            : Looks.warning(getTranslation("team.handover.left",
                                    plan.left().size())),
                    Pieces.quiet(getTranslation("team.handover.why")), Layouts.line(go));
        });
    }

    private Component table(HandingOver plan, Map<UUID, Long> load) {
        var table = new NativeTable();
        Looks.table(table, getTranslation("team.handover.preview"));
        var head = table.getHead().addRow();
        Looks.head(head.addHeaderCell(), getTranslation("team.name"), TextAlignment.LEFT);
        for (var key : List.of("team.handover.gets", "team.handover.promises", "team.handover.before",
                "team.handover.after")) {
            Looks.head(head.addHeaderCell(), getTranslation(key), TextAlignment.RIGHT);
        }
        plan.shares().forEach((owner, share) -> {
            var row = table.getBody().addRow();
            Looks.row(row.addHeaderCell(), desk.name(owner));
            long before = load.getOrDefault(owner, 0L);
            for (long number : new long[]{share.size(), HandingOver.promises(share), before,
                    before + HandingOver.minutes(share)}) {
                Looks.cell(row.addDataCell(), TextAlignment.RIGHT, new Span(getTranslation("team.number", number)));
            }
        });
        return Looks.scrolling(table);
    }

    private void hand(HandingOver plan) {
        var revisits = desk.revisits();
        var giver = from.getValue();
        if (revisits == null || giver == null) {
            return;
        }
        zone.run(() -> {
            // what colleagues took or settled since the preview was made stays theirs
            var still = plan.only(revisits.owned(Desk.tenant(), giver));
            int given = 0;
            for (var share : still.shares().entrySet()) {
                given += assign(revisits, share.getValue(), share.getKey());
            }
            read();
            int less = plan.count() - given;
            String done = less > 0
                    ? getTranslation("team.handover.done.less", given, desk.name(giver), less)
                    : getTranslation("team.handover.done", given, desk.name(giver));
            UndoNotice.show(done, () -> {
                still.shares().keySet().forEach(owner -> back(revisits, still, owner, giver));
                read();
            });
        });
    }

    /** Only what was given here and is still in the hands it was given to. */
    private static void back(Revisits revisits, HandingOver given, UUID owner, UUID giver) {
        var share = given.only(revisits.owned(Desk.tenant(), owner)).shares().get(owner);
        if (share != null) {
            assign(revisits, share, giver);
        }
    }

    private static int assign(Revisits revisits, List<Owned> owed, UUID owner) {
        return revisits.assign(Desk.tenant(), owed.stream().map(Owned::id).collect(Collectors.toSet()), owner);
    }
}
