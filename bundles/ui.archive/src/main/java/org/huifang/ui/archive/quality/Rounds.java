// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive.quality;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.huifang.api.archive.FileQuality;
import org.huifang.api.archive.ReviewRound;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Estimates;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;

/** Review rounds: what each found, and a new one. */
final class Rounds extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int USUAL = 50;
    private static final int LARGEST = 1_000;
    private static final long SEEDS = 1_000_000_000L;

    private final transient FileQuality quality;
    private final transient InstantSource clock;
    private final Zone zone = new Zone(getTranslation("quality.rounds"));
    private final IntegerField size = new IntegerField();
    private final Div list = new Div();

    Rounds(FileQuality quality, InstantSource clock) {
        this.quality = quality;
        this.clock = clock;
        size.setAriaLabel(getTranslation("quality.round.size"));
        size.setSuffixComponent(Pieces.quiet(getTranslation("quality.round.values")));
        size.setMin(1);
        size.setMax(LARGEST);
        size.setValue(USUAL);
        size.setWidth("9rem");
        var start = new Div(size, new Button(getTranslation("quality.round.draw"), click -> draw()));
        start.addClassNames(Display.FLEX, AlignItems.BASELINE,
                Gap.SMALL);
        zone.show(Pieces.note(getTranslation("quality.rounds.why")), Paper.never(start), list);
        getContent().add(zone);
    }

    void load() {
        zone.run(() -> show(quality.rounds(Viewer.current().tenant())));
    }

    private void draw() {
        var wanted = size.getValue();
        if (wanted == null || wanted < 1 || wanted > LARGEST) {
            size.focus();
            return;
        }
        var viewer = Viewer.current();
        zone.run(() -> {
            var round = quality.draw(viewer.tenant(), UUID.randomUUID(), wanted,
                    ThreadLocalRandom.current().nextLong(SEEDS), "staff:" + viewer.account(), clock.instant());
            if (round.size() > 0) {
                Links.go("quality/rounds/" + round.id());
            }
        });
    }

    private void show(List<ReviewRound> rounds) {
        list.removeAll();
        if (rounds.isEmpty()) {
            list.add(Pieces.note(getTranslation("quality.rounds.none")));
            return;
        }
        var rows = Layouts.list();
        rounds.forEach(round -> {
            var row = new ListItem(Layouts.line(
                    Links.link(getTranslation("quality.round.of", Times.stamp(round.started())),
                            "quality/rounds/" + round.id()),
                    new Span(Estimates.sentence(round.accuracy())), Pieces.quiet(progress(round))));
            Layouts.ruled(row);
            rows.add(row);
        });
        list.add(rows);
    }

    /** The parts add up to what was drawn. */
    private String progress(ReviewRound round) {
        return getTranslation("quality.round.progress", round.size(), round.checked(), round.open(), round.changed(),
                round.population(), Long.toString(round.seed()));
    }
}
