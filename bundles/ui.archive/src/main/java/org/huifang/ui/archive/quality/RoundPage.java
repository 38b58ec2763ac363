// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive.quality;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.archive.FileQuality;
import org.huifang.api.archive.ReviewItem;
import org.huifang.api.archive.ReviewItem.State;
import org.huifang.api.archive.ReviewRound;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Estimates;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Is this value right? One after the other, by hand or by key; what was settled elsewhere is passed over. */
final class RoundPage extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient FileQuality quality;
    private final transient Checks checks;
    private final Zone zone = new Zone();
    private final H2 heading = new H2();
    private final Paragraph standing = new Paragraph();
    private final Div place = new Div();
    private @Nullable UUID round;
    private int passed;
    private transient @Nullable ReviewItem asked;
    private @Nullable ItemPanel panel;

    RoundPage(FileQuality quality, Checks checks) {
        this.quality = quality;
        this.checks = checks;
        heading.addClassNames(FontSize.LARGE, Margin.NONE);
        standing.addClassName(Margin.NONE);
        standing.getElement().setAttribute("aria-live", "polite");
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
        getContent().add(Links.link(getTranslation("quality.back"), "quality"), zone);
    }

    void open(@Nullable UUID id) {
        round = id;
        passed = 0;
        asked = null;
        panel = null;
        place.removeAll();
        load();
    }

    /** What somebody else settled meanwhile is passed over; the value in hand stays while it is open. */
    void load() {
        zone.run(() -> {
            var tenant = Viewer.current().tenant();
            var known = quality.rounds(tenant).stream().filter(one -> one.id().equals(round)).findFirst();
            if (known.isEmpty()) {
                zone.show(new EmptyState(VaadinIcon.SEARCH, getTranslation("quality.round.unknown"),
                        getTranslation("quality.round.unknown.why")));
                return;
            }
            stand(known.get());
            next(quality.items(tenant, known.get().id()));
            zone.show(heading, standing, place);
        });
    }

    private void stand(ReviewRound now) {
        heading.setText(getTranslation("quality.round.of", Times.stamp(now.started())));
        standing.setText(getTranslation("quality.round.standing", now.size(), now.checked(), now.open(),
                now.changed(), Estimates.sentence(now.accuracy())));
    }

    private void next(List<ReviewItem> items) {
        var open = items.stream().filter(item -> item.state() == State.OPEN).toList();
        var now = open.stream().filter(item -> item.place() > passed).findFirst().orElse(null);
        if (Objects.equals(now, asked) && place.getComponentCount() > 0) {
            return;
        }
        if (panel != null && panel.typed() && place.getComponentCount() > 0) {
            panel.settledElsewhere();
            return;
        }
        asked = now;
        place.removeAll();
        panel = null;
        if (now != null) {
            panel = new ItemPanel(now, checks, this::load, () -> {
                passed = now.place();
                panel = null;
                load();
            });
            place.add(panel);
        } else if (open.isEmpty()) {
            place.add(new EmptyState(VaadinIcon.CHECK_CIRCLE_O, getTranslation("quality.round.done"),
                    getTranslation("quality.round.done.why")));
        } else {
            place.add(new EmptyState(VaadinIcon.CLOCK, getTranslation("quality.round.passed", open.size()),
                    getTranslation("quality.round.passed.why")));
        }
    }
}
