// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.events;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.huifang.api.events.DeadLetter;
import org.huifang.api.events.DeadLetter.State;
import org.huifang.api.platform.SourceKeeping;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Hooks that were not understood: what is wrong with each, and what can be done about it. */
final class LettersPart extends Composite<Div> implements Part {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 20;

    private final transient Desk desk;
    private final Zone zone = new Zone(getTranslation("hooks.letters"));
    private final Select<State> state = new Select<>();
    private final Select<String> source = new Select<>();
    private final MoreList<DeadLetter, LetterRow> list;
    private final Div none = new Div();

    LettersPart(Desk desk, Place place) {
        this.desk = desk;
        list = new MoreList<>(DeadLetter::id, letter -> new LetterRow(desk, this::load), PAGE);
        list.setLabel(getTranslation("hooks.letters"));
        none.addClassName(TextColor.SECONDARY);
        state.setLabel(getTranslation("hooks.letters.state"));
        state.setItemLabelGenerator(each -> each == null ? getTranslation("hooks.all") : word(each));
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("hooks.all"));
        state.setItems(State.values());
        state.setValue(place.query("state").flatMap(LettersPart::state).orElse(
                place.query("state").isPresent() ? null : State.OPEN));
        source.setLabel(getTranslation("hooks.letters.source"));
        source.setEmptySelectionAllowed(true);
        source.setEmptySelectionCaption(getTranslation("hooks.all"));
        source.setItemLabelGenerator(each -> each == null ? getTranslation("hooks.all") : each);
        source.setItems(desk.sources().all(Desk.tenant()).stream().map(SourceKeeping.Kept::name).toList());
        place.query("source").ifPresent(source::setValue);
        state.addValueChangeListener(event -> filter());
        source.addValueChangeListener(event -> filter());
        zone.show(Pieces.note(getTranslation("hooks.letters.why")), Layouts.form(state, source), none, list);
        getContent().add(zone);
        zone.run(this::from);
    }

    private static Optional<State> state(String text) {
        return Stream.of(State.values()).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text)).findFirst();
    }

    private String word(State each) {
        return switch (each) {
            case OPEN -> getTranslation("hooks.letter.open");
            case REPLAYED -> getTranslation("hooks.letter.replayed");
            case DISMISSED -> getTranslation("hooks.letter.dismissed");
        };
    }

    private void filter() {
        State of = state.getValue();
        Links.rewrite(HooksView.LETTERS, "state", of == null ? "all" : of.name().toLowerCase(Locale.ROOT), "source",
                source.getValue());
        zone.run(this::from);
    }

    private void from() {
        State of = state.getValue();
        @Nullable
        String from = source.getValue();
        list.from((after, limit) -> desk.letters().list(Desk.tenant(), of, from, after, limit));
        none();
    }

    @Override
    public void load() {
        zone.run(() -> {
            list.refresh();
            none();
        });
    }

    private void none() {
        none.setVisible(list.shown() == 0);
        none.setText(getTranslation(state.getValue() == State.OPEN && source.getValue() == null
                ? "hooks.letters.none"
                : "hooks.letters.nomatch"));
    }
}
