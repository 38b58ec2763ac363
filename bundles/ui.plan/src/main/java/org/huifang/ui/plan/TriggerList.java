// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.MaxWidth;
import java.util.List;
import java.util.UUID;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Trigger;
import org.huifang.api.revisit.When;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Fields;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Zone;

/** All rules, or those that are live or paused; and the way to a new one, begun with what happens most. */
final class TriggerList extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone();
    private final Select<String> state;
    private final Select<Leaf> begin;

    TriggerList(Desk desk) {
        this.desk = desk;
        state = Fields.choice(getTranslation("triggers.filter"), each -> getTranslation("triggers.filter." + each),
                List.of("all", "live", "paused"));
        Fields.typed(state, () -> Links.go(TriggersView.PATH, "state",
                state.getValue().equals("all") ? null : state.getValue()));
        begin = Fields.choice(getTranslation("triggers.new.with"),
                leaf -> getTranslation("triggers.leaf." + leaf.key()), List.of(Leaf.values()));
        begin.setValue(Leaf.INACTIVE);
        var fresh = Layouts.line(new Span(getTranslation("triggers.new.with")), begin,
                Buttons.primary(getTranslation("triggers.new"), this::create));
        fresh.addClassNames(Display.HIDDEN, Display.Breakpoint.Medium.FLEX);
        fresh.removeClassName(Display.FLEX);
        var narrow = Pieces.note(getTranslation("triggers.narrow"));
        narrow.addClassName(Display.Breakpoint.Medium.HIDDEN);
        Layouts.innerPage(getContent());
        getContent().addClassName(MaxWidth.SCREEN_LARGE);
        getContent().add(state, zone, fresh, narrow);
    }

    void open(Place place) {
        state.setValue(place.query("state").filter(List.of("live", "paused")::contains).orElse("all"));
        refresh();
    }

    void refresh() {
        zone.run(() -> {
            var all = desk.triggers().all(Desk.tenant());
            var some = all.stream().filter(rule -> switch (state.getValue()) {
                case "live" -> rule.live();
                case "paused" -> !rule.live();
                default -> true;
            }).toList();
            state.setVisible(!all.isEmpty());
            if (all.isEmpty()) {
                zone.show(new EmptyState(VaadinIcon.BELL_O, getTranslation("triggers.none"),
                        getTranslation("triggers.none.why")));
            } else if (some.isEmpty()) {
                zone.empty(getTranslation("triggers.nomatch"),
                        Links.link(getTranslation("triggers.clear"), TriggersView.PATH));
            } else {
                var list = Layouts.list();
                some.forEach(rule -> list.add(row(rule)));
                zone.show(Pieces.quiet(getTranslation("triggers.count", some.size(), all.size())), list);
            }
        });
    }

    private ListItem row(Trigger rule) {
        var link = Links.link(TriggerWords.name(rule), TriggersView.PATH + "/" + rule.id());
        link.addClassName(FontWeight.SEMIBOLD);
        return Layouts.row(
                Layouts.line(link, TriggerWords.state(rule.live()), new Span(desk.scope(rule.course(), rule.tag()))),
                new Div(Pieces.quiet(getTranslation("triggers.if", WhenWords.of(rule.when())))),
                new Div(Pieces.quiet(TriggerWords.owes(rule))));
    }

    private void create() {
        zone.run(() -> {
            var id = UUID.randomUUID();
            desk.triggers().save(Desk.tenant(), new Trigger(id, "t-" + id.toString().substring(0, 8), "",
                    new When.All(List.of(begin.getValue().usual())), null, null, Kind.CALL, 3, 30, 5, false));
            Links.go(TriggersView.PATH + "/" + id);
        });
    }
}
