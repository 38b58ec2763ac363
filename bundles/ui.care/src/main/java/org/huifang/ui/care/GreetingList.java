// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.care;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.MaxWidth;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.care.Greeting;
import org.huifang.api.care.Greetings;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Fields;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** All greetings, or those that are live or paused; and the way to a new one, begun with words that can stay. */
final class GreetingList extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final List<String> STATES = List.of("all", "live", "paused");

    private final transient Desk desk;
    private final Zone zone = new Zone();
    private final Select<String> state;
    private final Select<Happening> begin;

    GreetingList(Desk desk) {
        this.desk = desk;
        state = Fields.choice(getTranslation("care.filter"), each -> getTranslation("care.filter." + each), STATES);
        Fields.typed(state, () -> Links.go(CareView.PATH, "state",
                state.getValue().equals("all") ? null : state.getValue()));
        begin = Fields.choice(getTranslation("care.new.for"), each -> getTranslation("care.kind." + each.key()),
                List.of(Happening.values()));
        begin.setValue(Happening.BIRTHDAY);
        Layouts.innerPage(getContent());
        getContent().addClassName(MaxWidth.SCREEN_LARGE);
        getContent().add(Layouts.slimColumn(Pieces.sentence(getTranslation("care.why"))), state, zone,
                Layouts.line(new Span(getTranslation("care.new.for")), begin,
                        Buttons.primary(getTranslation("care.new"), this::create)));
    }

    void open(Place place) {
        state.setValue(place.query("state").filter(STATES::contains).orElse("all"));
        refresh();
    }

    void refresh() {
        zone.run(() -> {
            var all = desk.greetings().all(Desk.tenant());
            var some = all.stream().filter(greeting -> switch (state.getValue()) {
                case "live" -> greeting.live();
                case "paused" -> !greeting.live();
                default -> true;
            }).toList();
            state.setVisible(!all.isEmpty());
            if (all.isEmpty()) {
                zone.show(new EmptyState(VaadinIcon.HEART_O, getTranslation("care.none"),
                        getTranslation("care.none.why")));
            } else if (some.isEmpty()) {
                zone.empty(getTranslation("care.nomatch"),
                        Links.link(getTranslation("care.clear"), CareView.PATH));
            } else {
                var today = desk.today();
                var sums = desk.greetings().sums(Desk.tenant(), today.getYear());
                var list = Layouts.list();
                some.forEach(greeting -> list.add(row(greeting, sums.get(greeting.id()), today)));
                zone.show(Pieces.quiet(getTranslation("care.count", some.size(), all.size())), list);
            }
        });
    }

    private ListItem row(Greeting greeting, Greetings.@Nullable Sums sums, LocalDate today) {
        var link = Links.link(CareWords.name(greeting, today), CareView.PATH + "/" + greeting.id());
        link.addClassName(FontWeight.SEMIBOLD);
        return Layouts.row(
                Layouts.line(link, CareWords.state(greeting.live()),
                        new Span(desk.scope(greeting.course(), greeting.tag()))),
                new Div(Pieces.quiet(CareWords.occasion(greeting.occasion(), today))),
                new Div(Pieces.quiet(CareWords.sums(sums, today.getYear()))));
    }

    private void create() {
        zone.run(() -> {
            var kind = begin.getValue();
            Map<String, Greeting.Text> texts = new LinkedHashMap<>();
            for (String language : Greeting.LANGUAGES) {
                texts.put(language, new Greeting.Text(text(language, kind, "subject"), text(language, kind, "body")));
            }
            var greeting = new Greeting(UUID.randomUUID(), getTranslation("care.kind." + kind.key()), kind.usual(),
                    texts, null, null, false);
            desk.greetings().save(Desk.tenant(), greeting);
            Links.go(CareView.PATH + "/" + greeting.id());
        });
    }

    private String text(String language, Happening kind, String part) {
        return getTranslation(Locale.forLanguageTag(language), "care.text." + kind.key() + "." + part, "{name}",
                "{course}");
    }
}
