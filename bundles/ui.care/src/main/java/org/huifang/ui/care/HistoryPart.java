// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.care;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.Page;
import org.huifang.api.care.Greeted;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.huifang.ui.parts.Fields;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Who was greeted and who was not, and why. */
final class HistoryPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int SIZE = 30;
    private static final String ALL = "all";
    private static final List<String> CHOICES = Stream.concat(Stream.of(ALL),
            Stream.of(Greeted.State.values()).map(state -> state.name().toLowerCase(Locale.ROOT))).toList();

    private final transient Desk desk;
    private final Zone zone = new Zone(getTranslation("care.history"));
    private final Select<String> which = Fields.choice(getTranslation("care.history.which"),
            each -> getTranslation("care.history.which." + each), CHOICES);
    private final MoreList<GreetedRow.Line, GreetedRow> list = new MoreList<>(line -> line.greeted().id(),
            line -> new GreetedRow(), SIZE);
    private transient @Nullable UUID greeting;

    HistoryPart(Desk desk) {
        this.desk = desk;
        list.setLabel(getTranslation("care.history"));
        Fields.typed(which, () -> {
            Links.rewrite(CareView.PATH + "/" + greeting, "show",
                    which.getValue().equals(ALL) ? null : which.getValue());
            load();
        });
        getContent().add(zone);
    }

    void open(UUID id, Place place) {
        greeting = id;
        which.setValue(place.query("show").filter(CHOICES::contains).orElse(ALL));
        load();
    }

    void refresh() {
        if (list.shown() == 0) {
            load();
        } else {
            zone.run(list::refresh);
        }
    }

    private void load() {
        var id = greeting;
        if (id == null) {
            return;
        }
        zone.run(() -> {
            list.from((after, limit) -> page(id, after, limit));
            if (list.shown() > 0) {
                zone.show(which, list);
            } else if (which.getValue().equals(ALL)) {
                zone.empty(getTranslation("care.history.none"));
            } else {
                zone.show(which, Pieces.quiet(getTranslation("care.history.nomatch")));
            }
        });
    }

    private Page<GreetedRow.Line> page(UUID id, @Nullable String after, int limit) {
        Set<Greeted.State> states = which.getValue().equals(ALL)
                ? EnumSet.allOf(Greeted.State.class)
                : Set.of(Greeted.State.valueOf(which.getValue().toUpperCase(Locale.ROOT)));
        var page = desk.greetings().greeted(Desk.tenant(), id, states, after, limit);
        var names = desk.masked(page.items().stream().map(Greeted::learner).distinct().toList());
        return new Page<>(page.items().stream().map(each -> new GreetedRow.Line(each,
                names.getOrDefault(each.learner(), getTranslation("care.noname")))).toList(), page.next());
    }
}
